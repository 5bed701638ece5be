/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Workflows of stages: the composition of stage latencies to the end-to-end latency, and methods
 * that choose each stage's CPU and memory so that a latency quantile meets its target at the least
 * cost.
 */
@NullMarked
package io.aquatope.models.workflow;

import org.jspecify.annotations.NullMarked;
