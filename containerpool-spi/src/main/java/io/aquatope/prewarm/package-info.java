/* SPDX-License-Identifier: Apache-2.0 */
/** Gets containers ready ahead of calls, by what they are worth. */
@NullMarked
package io.aquatope.prewarm;

import org.jspecify.annotations.NullMarked;
