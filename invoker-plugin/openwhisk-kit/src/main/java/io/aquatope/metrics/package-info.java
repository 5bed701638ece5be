/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What operators can measure: {@link io.aquatope.metrics.Metric} declares it all, {@link
 * io.aquatope.metrics.MetricSink} takes the values, and OpenWhisk's own reporters carry them.
 */
@NullMarked
package io.aquatope.metrics;

import org.jspecify.annotations.NullMarked;
