/* SPDX-License-Identifier: Apache-2.0 */
/** Forecasting and optimisation as mathematics: no I/O, no pool, no OpenWhisk. */
@NullMarked
package io.aquatope.models;

import org.jspecify.annotations.NullMarked;
