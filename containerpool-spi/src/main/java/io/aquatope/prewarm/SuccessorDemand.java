/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.DemandCause;
import io.aquatope.successor.ExpectedDemand;
import io.aquatope.successor.Successors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Selects the {@link ExpectedDemand} containers that are worth being ready now, with their
 * probabilities of need.
 *
 * <p>A container that is needed with probability {@code p} saves {@code p · c}, where {@code c} is
 * the time that its function takes to start. It must be ordered that long before it may be needed.
 * It is then held until it is used, half of the time on average, or until the expectation ends. All
 * times are slightly early, because decisions are made at intervals.
 *
 * <p>A plan considers all causes. A call considers only its own consequences, and the number of
 * containers for other causes is remembered by function. That number is at most one interval old:
 * the next plan considers causes that became due or ended meanwhile.
 */
final class SuccessorDemand implements ExpectedDemand.Visitor {

  /** Maximum number of containers that are wanted for a function: no pool has memory for more. */
  static final int MOST_CONTAINERS = 1 << 14;

  /** Number of causes above which all are recomputed, as some must have been dropped meanwhile. */
  static final int MOST_CAUSES = 1 << 14;

  private record Share(FunctionSpec function, int containers) {}

  private final ToDoubleFunction<FunctionSpec> coldSeconds;
  private final PrewarmSettings settings;
  private final Map<DemandCause, List<Share>> shares = new HashMap<>();
  private final Map<FunctionSpec, Integer> totals = new HashMap<>();
  private final Map<FunctionSpec, List<Double>> wanted = new LinkedHashMap<>();
  private @Nullable DemandCause cause;
  private long nowMicros;

  /**
   * @param coldSeconds how long a function takes to start
   */
  SuccessorDemand(ToDoubleFunction<FunctionSpec> coldSeconds, PrewarmSettings settings) {
    this.coldSeconds = coldSeconds;
    this.settings = settings;
  }

  /**
   * The probability of need of each container that is worth its memory, by function; valid until
   * the next call.
   */
  Map<FunctionSpec, List<Double>> wanted(Successors successors, long now) {
    nowMicros = now;
    wanted.clear();
    shares.clear();
    totals.clear();
    successors.visitExpected(now, this);
    return wanted;
  }

  /** The same, only for the consequences of an activation that has just arrived. */
  Map<FunctionSpec, List<Double>> wanted(Successors successors, Activation activation, long now) {
    if (shares.size() >= MOST_CAUSES) {
      wanted(successors, now);
    }
    nowMicros = now;
    wanted.clear();
    successors.visitExpected(activation, now, this);
    return wanted;
  }

  /** Number of a function's containers that are worth their memory, for all causes together. */
  int total(FunctionSpec function) {
    return totals.getOrDefault(function, 0);
  }

  @Override
  public void because(DemandCause next) {
    cause = next;
    List<Share> before = shares.remove(next);
    if (before != null) {
      before.forEach(share -> add(share.function, -share.containers));
    }
  }

  private void add(FunctionSpec function, int containers) {
    totals.merge(function, containers, (a, b) -> a + b == 0 ? null : a + b);
  }

  @Override
  public void expect(
      FunctionSpec function, double probability, long fromMicros, long toMicros, int count) {
    double cold = coldSeconds.applyAsDouble(function);
    long order = fromMicros - Math.round(cold * 1e6) - Planner.SLOT_MICROS;
    double held = (toMicros - Math.max(order, nowMicros)) / 1e6 * (1 - probability / 2);
    int containers = Math.min(count, MOST_CONTAINERS - total(function));
    if (order <= nowMicros
        && containers > 0
        && probability * cold > settings.cost(function.memoryMb(), held)) {
      List<Double> needs = wanted.computeIfAbsent(function, f -> new ArrayList<>());
      for (int i = 0; i < containers; i++) {
        needs.add(probability);
      }
      add(function, containers);
      if (cause != null) {
        shares.computeIfAbsent(cause, c -> new ArrayList<>(2)).add(new Share(function, containers));
      }
    }
  }
}
