/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

/**
 * Period in which a function that has become idle must have containers, counted from the end of its
 * last execution.
 *
 * @param preWarmMicros time at which they are loaded; 0 if they are not unloaded at all
 * @param untilMicros time at which they are unloaded
 */
record IdleWindows(long preWarmMicros, long untilMicros) {}
