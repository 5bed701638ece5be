/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.prewarm.OutlookSnapshot;
import io.aquatope.prewarm.PrewarmDecision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * State of a container pool at one time. Immutable.
 *
 * @param memoryMb memory limit of all containers, in MB
 * @param usedMb memory of the present containers, in MB
 * @param idle those ready for a function, prepared ones included
 * @param preparingMb memory of those being prepared, in MB
 * @param waiting activations that wait for a container, and the memory that they need
 * @param starts number of activations since the invoker's start, by kind of start
 * @param functions those that have containers, or that the policy knows
 * @param decisions the latest, the newest first
 */
public record PoolSnapshot(
    Instant at,
    long memoryMb,
    long usedMb,
    Held busy,
    Held idle,
    Held stemCells,
    long preparingMb,
    Held waiting,
    Map<StartKind, Long> starts,
    List<Function> functions,
    List<Decided> decisions) {

  /** A number of containers or activations, and their memory in MB. */
  public record Held(int count, long mb) {}

  /**
   * A function and its containers.
   *
   * @param outlook state of the function in the policy; empty if the policy does not forecast
   * @param decided the last decision about it, if there was any
   */
  public record Function(
      FunctionSpec spec,
      FunctionCount containers,
      Optional<OutlookSnapshot> outlook,
      Optional<Decided> decided) {}

  /** A decision and its time. */
  public record Decided(Instant at, PrewarmDecision decision) {}
}
