/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import io.aquatope.pool.policy.DelayRate;
import java.util.List;

/**
 * The results of a policy on a trace.
 *
 * @param policy its name
 * @param starts of all activations
 * @param memory of all invokers
 * @param cpu of all invokers
 * @param evictions idle containers that were removed to make room
 * @param wallSeconds duration of the replay itself
 * @param timeline the same over time
 * @param functions those with at least one activation, in the order of the trace
 */
public record ReplayResult(
    String policy,
    ReplayStarts starts,
    ReplayMemory memory,
    CpuUse cpu,
    int evictions,
    double wallSeconds,
    ReplayTimeline timeline,
    List<FunctionOutcome> functions) {

  /**
   * The joint cost of delay and waste: {@code RUM = coldStartSeconds + wastedGbSeconds / 99.69}, in
   * seconds.
   */
  public double rum() {
    return starts.coldStartSeconds() + memory.wastedGbSeconds() / DelayRate.GB_SECONDS_PER_SECOND;
  }
}
