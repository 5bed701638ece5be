/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.Expected;
import io.aquatope.successor.Successors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Which of the {@link Expected} containers are worth being ready now, and how likely they are
 * needed.
 *
 * <p>One that is needed with probability {@code p} saves {@code p · c}, where {@code c} is the time
 * that its function takes to start. It has to be ordered that long before it may be needed, and is
 * then held until it is used, half of the time on average, or until the expectation is over. Times
 * are a little early, because decisions are made at intervals.
 */
final class SuccessorDemand implements Expected.Visitor {

  private final ToDoubleFunction<FunctionSpec> coldSeconds;
  private final PrewarmSettings settings;
  private final Map<FunctionSpec, List<Double>> wanted = new LinkedHashMap<>();
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
    successors.visitExpected(now, this);
    return wanted;
  }

  @Override
  public void expect(
      FunctionSpec function, double probability, long fromMicros, long toMicros, int count) {
    double cold = coldSeconds.applyAsDouble(function);
    long order = fromMicros - Math.round(cold * 1e6) - Planner.SLOT_MICROS;
    double held = (toMicros - Math.max(order, nowMicros)) / 1e6 * (1 - probability / 2);
    if (order <= nowMicros && probability * cold > settings.cost(function.memoryMb(), held)) {
      List<Double> needs = wanted.computeIfAbsent(function, f -> new ArrayList<>());
      for (int i = 0; i < count; i++) {
        needs.add(probability);
      }
    }
  }
}
