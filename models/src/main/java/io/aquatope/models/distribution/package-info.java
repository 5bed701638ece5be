/* SPDX-License-Identifier: Apache-2.0 */
/** Predictive distributions over demand (a number of containers), and proper scores for them. */
@NullMarked
package io.aquatope.models.distribution;

import org.jspecify.annotations.NullMarked;
