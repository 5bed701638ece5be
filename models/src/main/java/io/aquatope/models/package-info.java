/* SPDX-License-Identifier: Apache-2.0 */
/** Forecasting and optimisation as mathematics, without I/O, pool or OpenWhisk. */
@NullMarked
package io.aquatope.models;

import org.jspecify.annotations.NullMarked;
