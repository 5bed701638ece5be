/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

import java.util.List;

/**
 * The results of a policy on a trace.
 *
 * @param policy its name
 * @param activations number of activations that ended: all of the trace
 * @param coldStarts activations for which a container had to be created ({@link
 *     io.aquatope.pool.StartKind#isCold}); an activation that finds a stem cell or a container in
 *     preparation does not count
 * @param coldStartSeconds how long activations waited for their container to become ready, in
 *     total: whole start-ups of cold starts, {@code /init} in stem cells, and the rest of start-ups
 *     begun earlier. Waiting for memory is excluded
 * @param memory of all invokers
 * @param cpu of all invokers
 * @param startDelay from arrival to run, including the wait for memory
 * @param buffered number of activations that had to wait for memory
 * @param evictions idle containers that were removed to make room
 * @param wallSeconds duration of the replay itself
 * @param timeline the same over time
 * @param functions those with at least one activation, in the order of the trace
 */
public record ReplayResult(
    String policy,
    int activations,
    int coldStarts,
    double coldStartSeconds,
    ReplayMemory memory,
    CpuUse cpu,
    StartDelay startDelay,
    int buffered,
    int evictions,
    double wallSeconds,
    ReplayTimeline timeline,
    List<FunctionOutcome> functions) {

  /**
   * GB-seconds of waste that cost as much as one second of cold-start delay, after FeMux (EuroSys
   * 2026).
   */
  public static final double GB_SECONDS_PER_DELAY_SECOND = 99.69;

  /** The share of activations that started cold; 0 without activations. */
  public double coldStartRatio() {
    return activations == 0 ? 0 : (double) coldStarts / activations;
  }

  /**
   * The joint cost of delay and waste: {@code RUM = coldStartSeconds + wastedGbSeconds / 99.69}, in
   * seconds.
   */
  public double rum() {
    return coldStartSeconds + memory.wastedGbSeconds() / GB_SECONDS_PER_DELAY_SECOND;
  }
}
