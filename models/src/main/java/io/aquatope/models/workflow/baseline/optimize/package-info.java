/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Constrained, noisy, batched Bayesian optimisation of a black box on a box of continuous inputs,
 * by ask and tell.
 */
@NullMarked
package io.aquatope.models.workflow.baseline.optimize;

import org.jspecify.annotations.NullMarked;
