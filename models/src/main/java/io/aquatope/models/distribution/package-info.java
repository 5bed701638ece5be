/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Predictive distributions over demand (a number of containers), and the proper scores that judge
 * them.
 */
@NullMarked
package io.aquatope.models.distribution;

import org.jspecify.annotations.NullMarked;
