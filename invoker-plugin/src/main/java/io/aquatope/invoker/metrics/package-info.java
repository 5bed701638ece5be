/* SPDX-License-Identifier: Apache-2.0 */
/** What is measured and logged of the pool: under OpenWhisk's names, and under ours. */
@NullMarked
package io.aquatope.invoker.metrics;

import org.jspecify.annotations.NullMarked;
