/* SPDX-License-Identifier: Apache-2.0 */
/** The exchange over a real broker; in the package of what is driven, as that is not public. */
@NullMarked
package io.aquatope.exchange;

import org.jspecify.annotations.NullMarked;
