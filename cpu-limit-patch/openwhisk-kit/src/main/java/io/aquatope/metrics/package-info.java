/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Metrics for operators: {@link io.aquatope.metrics.Metric} declares them, {@link
 * io.aquatope.metrics.MetricSink} receives the values, and OpenWhisk's own reporters send them.
 */
@NullMarked
package io.aquatope.metrics;

import org.jspecify.annotations.NullMarked;
