/* SPDX-License-Identifier: Apache-2.0 */
/** CPU limits on real engines; in the package of what they drive, which is not public. */
@NullMarked
package io.aquatope.cpu;

import org.jspecify.annotations.NullMarked;
