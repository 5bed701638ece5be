/* SPDX-License-Identifier: Apache-2.0 */
/** Forecasters with trained networks, and the list of all forecast models. */
@NullMarked
package io.aquatope.models.forecast.learned;

import org.jspecify.annotations.NullMarked;
