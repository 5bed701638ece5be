/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Demand of one function: the number of further containers that a period needs. The prediction
 * combines a forecast of each minute with the pattern of past calls. Several hypotheses about the
 * arrival of calls are weighed by their predictions of the last seconds.
 */
@NullMarked
package io.aquatope.prewarm.demand;

import org.jspecify.annotations.NullMarked;
