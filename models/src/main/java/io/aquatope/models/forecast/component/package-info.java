/* SPDX-License-Identifier: Apache-2.0 */
/** Cheap models of demand: baselines by themselves, and experts of the mixture. */
@NullMarked
package io.aquatope.models.forecast.component;

import org.jspecify.annotations.NullMarked;
