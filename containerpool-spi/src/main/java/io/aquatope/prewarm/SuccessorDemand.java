/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Which of the {@link Expected} containers are worth being ready now.
 *
 * <p>One that is needed with probability {@code p} saves {@code p · c}, where {@code c} is the time
 * that its function takes to start. It has to be ordered that long before it may be needed, and is
 * then held until it is used, half of the time on average, or until the expectation is over. Times
 * are a little early, because decisions are made at intervals.
 */
final class SuccessorDemand implements Expected.Visitor {

  private final ToDoubleFunction<FunctionSpec> coldSeconds;
  private final double gbSecondsPerSecond;
  private final long intervalMicros;
  private final Map<FunctionSpec, Integer> wanted = new HashMap<>();
  private long nowMicros;

  /**
   * @param coldSeconds how long a function takes to start
   * @param gbSecondsPerSecond what a second of delay may cost
   * @param intervalMicros from one decision to the next
   */
  SuccessorDemand(
      ToDoubleFunction<FunctionSpec> coldSeconds, double gbSecondsPerSecond, long intervalMicros) {
    this.coldSeconds = coldSeconds;
    this.gbSecondsPerSecond = gbSecondsPerSecond;
    this.intervalMicros = intervalMicros;
  }

  /** How many ready containers of each function are worth their memory; the others want none. */
  Map<FunctionSpec, Integer> wanted(Successors successors, long now) {
    nowMicros = now;
    wanted.clear();
    successors.visitExpected(now, this);
    return wanted;
  }

  @Override
  public void expect(
      FunctionSpec function, double probability, long fromMicros, long toMicros, int count) {
    double cold = coldSeconds.applyAsDouble(function);
    long order = fromMicros - Math.round(cold * 1e6) - intervalMicros;
    double held = (toMicros - Math.max(order, nowMicros)) / 1e6 * (1 - probability / 2);
    double cost = function.memoryMb() / 1024.0 * held / gbSecondsPerSecond;
    if (order <= nowMicros && probability * cold > cost) {
      wanted.merge(function, count, Integer::sum);
    }
  }
}
