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
 * @param starts number of activations since the invoker's start, by kind of start
 * @param functions those that have containers, or that the policy knows
 * @param decisions the latest, the newest first
 */
public record PoolSnapshot(
    Instant at,
    PoolMemory memory,
    Map<StartKind, Long> starts,
    List<Function> functions,
    List<Decided> decisions) {

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
