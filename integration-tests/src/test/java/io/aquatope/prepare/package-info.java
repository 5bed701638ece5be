/* SPDX-License-Identifier: Apache-2.0 */
/** Prepared containers on a real engine; in the package of what they drive, which is not public. */
@NullMarked
package io.aquatope.prepare;

import org.jspecify.annotations.NullMarked;
