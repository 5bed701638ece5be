/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import java.util.List;

/**
 * What a policy made of a trace.
 *
 * @param policy its name
 * @param activations how many ended: all of the trace
 * @param coldStarts those for which a container had to be created ({@link
 *     io.aquatope.pool.StartKind#isCold}); one that finds a stem cell or a container in preparation
 *     is none
 * @param coldStartSeconds how long activations waited for their container to become ready, in
 *     total: whole start-ups of cold starts, {@code /init} in stem cells, and the rest of start-ups
 *     begun earlier. Waiting for memory is not in it
 * @param memory of all invokers
 * @param cpu of all invokers
 * @param startDelay from arrival to run, waiting for memory included
 * @param buffered how many had to wait for memory
 * @param evictions idle containers that went to make room
 * @param wallSeconds what the replay itself took
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
   * How many GB-seconds of waste weigh as much as one second of cold-start delay: the ratio of what
   * the two cost, after FeMux (EuroSys 2026).
   */
  public static final double GB_SECONDS_PER_DELAY_SECOND = 99.69;

  /** The share of activations that started cold; 0 without activations. */
  public double coldStartRatio() {
    return activations == 0 ? 0 : (double) coldStarts / activations;
  }

  /**
   * One cost for both ills: {@code RUM = coldStartSeconds + wastedGbSeconds / 99.69}, in seconds.
   */
  public double rum() {
    return coldStartSeconds + memory.wastedGbSeconds() / GB_SECONDS_PER_DELAY_SECOND;
  }
}
