/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Inputs of the pool from the exchange: the observations of other invokers, the followers in
 * workflows, and the actions of later stages.
 */
@NullMarked
package io.aquatope.invoker.exchange;

import org.jspecify.annotations.NullMarked;
