/* SPDX-License-Identifier: Apache-2.0 */
/** Forecasts of demand: computed once a window, off the pool's thread. */
@NullMarked
package io.aquatope.prewarm.forecast;

import org.jspecify.annotations.NullMarked;
