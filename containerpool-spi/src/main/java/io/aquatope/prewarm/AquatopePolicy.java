/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prewarm.ForecastDesk.ClosedWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class AquatopePolicy implements PoolPolicy {

  private static final long SLOT_MICROS = SECONDS.toMicros(1);

  private final double gbSecondsPerSecond;
  private final long keepAliveMicros;
  private final ForecastDesk desk;
  private final WindowClock clock = new WindowClock(SECONDS.toMicros(60), 0);
  private final Map<FunctionId, FunctionOutlook> outlooks = new HashMap<>();

  @SuppressWarnings("NullAway.Init") // told by initially, before all else
  private PoolView pool;

  private long window;

  AquatopePolicy(double gbSecondsPerSecond, PolicySettings settings, ForecastDesk desk) {
    this.gbSecondsPerSecond = gbSecondsPerSecond;
    this.keepAliveMicros = MICROSECONDS.convert(settings.keepAlive());
    this.desk = desk;
  }

  private FunctionOutlook outlook(FunctionSpec function) {
    return outlooks.computeIfAbsent(function.id(), id -> new FunctionOutlook(function, clock));
  }

  @Override
  public List<PoolAction> initially(PoolView view, long nowMicros) {
    pool = view;
    window = clock.window(nowMicros);
    return List.of();
  }

  @Override
  public void arrived(Activation activation, long nowMicros) {
    outlook(activation.function()).arrived();
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    outlook(function).busy(pool.count(function.id()).busy(), nowMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    outlook(function).busy(pool.count(function.id()).busy(), nowMicros);
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    outlook(function).startTimes().took(start, delayMicros);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return outlook(container.function()).isForecast(nowMicros) ? NEVER : keepAliveMicros;
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return (nowMicros / SLOT_MICROS + 1) * SLOT_MICROS;
  }

  @Override
  public List<PoolAction> plan(PoolView view, long nowMicros) {
    long current = clock.window(nowMicros);
    if (current > window) {
      closeWindow(current);
    }
    List<Forecast> forecasts = desk.poll();
    if (forecasts != null) {
      for (Forecast forecast : forecasts) {
        FunctionOutlook outlook = outlooks.get(forecast.function());
        if (outlook != null) {
          outlook.forecast(forecast);
        }
      }
    }
    List<PoolAction> actions = new ArrayList<>();
    for (FunctionOutlook outlook : outlooks.values()) {
      if (outlook.isForecast(nowMicros)) {
        plan(outlook, view, nowMicros, actions);
      }
    }
    return actions;
  }

  private void closeWindow(long current) {
    List<ClosedWindow> closed = new ArrayList<>();
    outlooks.forEach((id, outlook) -> closed.add(new ClosedWindow(id, outlook.close(current - 1))));
    window = current;
    desk.submit(closed);
  }

  private void plan(FunctionOutlook outlook, PoolView view, long now, List<PoolAction> actions) {
    FunctionSpec function = outlook.function();
    FunctionCount count = view.count(function.id());
    double cold = outlook.startTimes().coldSeconds();
    double cost = function.memoryMb() / 1024.0 / gbSecondsPerSecond * SLOT_MICROS / 1e6;
    long lead = now + Math.round(cold * 1e6);
    int wanted = 0;
    double previous = 1;
    while (true) {
      int level = count.busy() + wanted + 1;
      double need = outlook.expected(level, lead, lead + SLOT_MICROS, now);
      if (wanted < count.ready()) {
        need = Math.max(need, outlook.expected(level, now, now + SLOT_MICROS, now));
      }
      need = Math.min(need, previous);
      if (need * cold <= cost) {
        break;
      }
      previous = need;
      wanted++;
    }
    if (wanted > count.ready()) {
      actions.add(new PoolAction.Prepare(function, wanted - count.ready()));
    } else if (wanted < count.ready()) {
      int excess = Math.min(count.ready() - wanted, count.idle() + count.prepared());
      if (excess > 0) {
        actions.add(new PoolAction.LetGo(function, excess));
      }
    }
  }
}
