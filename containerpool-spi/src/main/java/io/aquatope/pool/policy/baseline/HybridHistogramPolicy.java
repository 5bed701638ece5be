/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The hybrid histogram policy of Serverless in the Wild (Shahrad et al., ATC 2020). Idle times,
 * from the end of an execution to the next call, go into a histogram of one-minute bins up to the
 * range R, four hours by default:
 *
 * <pre>
 * pre-warm   = 0.90 * lower edge of the bin of the 5th percentile
 * unload at  = 1.10 * upper edge of the bin of the 99th percentile
 * standard:    0 and R,             if the coefficient of variation of the bin counts is below 2
 * forecast x:  0.85 x and 1.15 x,   if more than half of the idle times are R or longer
 * </pre>
 *
 * all measured from the end of the last execution. If the pre-warm time is not zero, containers are
 * unloaded after the execution and loaded again at that time.
 *
 * <p>Deviations from the paper: its unit is the application; here it is the function. An
 * application is one image; a function had as many containers as its last calls needed, and that
 * many are loaded again. Calls that arrive during an execution end no idle time. The paper leaves
 * open how often the time is checked; here it is checked each second. The paper's ARIMA model of
 * the out-of-bounds idle times is of first order here.
 */
final class HybridHistogramPolicy implements PoolPolicy {

  private static final Duration SHORTEST_RANGE = Duration.ofMinutes(2);
  private static final Duration LONGEST_RANGE = Duration.ofDays(7);
  private static final long TICK_MICROS = 1_000_000;

  private final Duration range;
  private final Map<FunctionId, IdleTimes> functions = new BoundedMap<>();

  @SuppressWarnings("NullAway.Init") // set by attached, before all other events
  private PoolView pool;

  /**
   * @param range the range R, validated
   */
  HybridHistogramPolicy(Duration range) {
    this.range = range;
  }

  static Duration checkRange(Duration range) {
    checkArgument(
        range.compareTo(SHORTEST_RANGE) >= 0 && range.compareTo(LONGEST_RANGE) <= 0,
        "a histogram of %s, expected 2m to 7d",
        range);
    return range;
  }

  private IdleTimes timesOf(FunctionSpec function) {
    return functions.computeIfAbsent(function.id(), id -> new IdleTimes(function, range));
  }

  @Override
  public void attached(PoolView view) {
    pool = view;
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    timesOf(activation.function()).arrived(nowMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    timesOf(function).completed(nowMicros);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    IdleTimes times = timesOf(container.function());
    return container.isPrepared() ? times.keepPreparedMicros(nowMicros) : times.keepOrUnload();
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return nowMicros + TICK_MICROS;
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    List<PoolAction> due = new ArrayList<>();
    for (IdleTimes times : functions.values()) {
      if (pool.buffered() == 0 && pool.count(times.function.id()).busy() == 0) {
        times.nothingRuns();
      }
      int count = times.takeDue(nowMicros);
      if (count > 0) {
        due.add(new PoolAction.Prepare(times.function, count));
      }
    }
    return due;
  }
}
