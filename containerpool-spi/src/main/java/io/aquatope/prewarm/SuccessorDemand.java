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
final class SuccessorDemand {

  /** Maximum number of containers that are wanted for a function: no pool has memory for more. */
  static final int MOST_CONTAINERS = 1 << 14;

  /** Number of causes above which all are recomputed, as some must have been dropped meanwhile. */
  static final int MOST_CAUSES = 1 << 14;

  private record Share(FunctionSpec function, int containers) {}

  private final ToDoubleFunction<FunctionSpec> coldSeconds;
  private final PrewarmSettings settings;
  private final Map<DemandCause, List<Share>> shares = new HashMap<>();
  private final Map<FunctionSpec, Integer> totals = new HashMap<>();

  /**
   * @param coldSeconds how long a function takes to start
   */
  SuccessorDemand(ToDoubleFunction<FunctionSpec> coldSeconds, PrewarmSettings settings) {
    this.coldSeconds = coldSeconds;
    this.settings = settings;
  }

  /**
   * Selects the containers that are worth their memory, for all causes; returns the probability of
   * need of each, by function.
   */
  Map<FunctionSpec, List<Double>> select(Successors successors, long nowMicros) {
    shares.clear();
    totals.clear();
    Selection selection = new Selection(nowMicros);
    successors.visitExpected(nowMicros, selection);
    return selection.wanted;
  }

  /** The same, only for the consequences of an activation that has just arrived. */
  Map<FunctionSpec, List<Double>> select(
      Successors successors, Activation activation, long nowMicros) {
    if (shares.size() >= MOST_CAUSES) {
      select(successors, nowMicros);
    }
    Selection selection = new Selection(nowMicros);
    successors.visitExpected(activation, nowMicros, selection);
    return selection.wanted;
  }

  /** Number of a function's containers that are worth their memory, for all causes together. */
  int total(FunctionSpec function) {
    return totals.getOrDefault(function, 0);
  }

  private void add(FunctionSpec function, int containers) {
    totals.merge(function, containers, (a, b) -> a + b == 0 ? null : a + b);
  }

  /** One selection. It replaces the shares of the causes that it visits. */
  private final class Selection implements ExpectedDemand.Visitor {

    final Map<FunctionSpec, List<Double>> wanted = new LinkedHashMap<>();
    private final long nowMicros;
    private @Nullable DemandCause cause;

    Selection(long nowMicros) {
      this.nowMicros = nowMicros;
    }

    @Override
    public void because(DemandCause next) {
      cause = next;
      List<Share> before = shares.remove(next);
      if (before != null) {
        before.forEach(share -> add(share.function, -share.containers));
      }
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
          List<Share> ofCause = shares.computeIfAbsent(cause, c -> new ArrayList<>(2));
          ofCause.add(new Share(function, containers));
        }
      }
    }
  }
}
