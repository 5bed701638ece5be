/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Gaussian-process regression: kernels with analytic gradients, maximum-a-posteriori fitting and
 * exact posteriors that grow by one point in quadratic time.
 */
@NullMarked
package io.aquatope.models.gp;

import org.jspecify.annotations.NullMarked;
