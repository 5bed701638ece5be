/* SPDX-License-Identifier: Apache-2.0 */
/** Cheap models of demand: baselines on their own, and experts of the mixture. */
@NullMarked
package io.aquatope.models.forecast.component;

import org.jspecify.annotations.NullMarked;
