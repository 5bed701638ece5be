/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

/**
 * When a function that has become idle is to have containers, counted from the end of its last
 * execution.
 *
 * @param preWarmMicros when they are to be loaded; 0 if they are not to be unloaded at all
 * @param untilMicros when they are to be unloaded
 */
record IdleWindows(long preWarmMicros, long untilMicros) {}
