/* SPDX-License-Identifier: Apache-2.0 */
/** Metrics and logs of the pool, under OpenWhisk's names and under this project's. */
@NullMarked
package io.aquatope.invoker.metrics;

import org.jspecify.annotations.NullMarked;
