/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Constrained, noisy, batched Bayesian optimisation of a black box: ask and tell, on boxes with
 * discrete steps.
 */
@NullMarked
package io.aquatope.models.workflow.baseline.optimize;

import org.jspecify.annotations.NullMarked;
