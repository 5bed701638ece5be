/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.prewarm.forecast.WaitingWindows.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Forecasts on an executor, off the thread of the pool. Closed windows go in; the demand of the two
 * windows that follow comes out when it is ready.
 *
 * <p>One round at a time is in progress. Windows that close meanwhile wait for its end. They are
 * then observed together, and only the windows after the newest are forecast. So forecasts that
 * take longer than a window are made less often, and never queue up.
 */
public final class ForecastDesk {

  private final ForecastModel model;
  private final Executor executor;
  private final PastCalls pastCalls;
  private final FirstFailures failures = new FirstFailures();

  /** Each function once, in the order in which they became known. */
  private final List<ForecastFunction> functions = new ArrayList<>();

  private final Queue<ForecastRound> made = new ConcurrentLinkedQueue<>();

  /** Guards the fields below. */
  private final Object lock = new Object();

  private final WaitingWindows waiting = new WaitingWindows();
  private boolean underWay;

  /**
   * @param executor runs one task after the other
   * @param pastCalls past calls of functions that are new here
   */
  public ForecastDesk(ForecastModel model, Executor executor, PastCalls pastCalls) {
    this.model = model;
    this.executor = executor;
    this.pastCalls = pastCalls;
  }

  /** Takes a window that has just closed. */
  public void submit(ClosedWindow closed) {
    synchronized (lock) {
      waiting.add(closed);
      if (underWay) {
        return;
      }
      underWay = true;
    }
    try {
      executor.execute(this::run);
    } catch (RuntimeException e) {
      synchronized (lock) {
        underWay = false;
      }
      throw e;
    }
  }

  /** Number of records of calls that wait for a round. */
  int waitingSeen() {
    synchronized (lock) {
      return waiting.seen();
    }
  }

  /** Takes the rounds that have been made since the last call. */
  public List<ForecastRound> collect() {
    List<ForecastRound> collected = new ArrayList<>();
    for (ForecastRound one = made.poll(); one != null; one = made.poll()) {
      collected.add(one);
    }
    return collected;
  }

  private void run() {
    boolean ended = false;
    try {
      for (Taken next = takeWaiting(); !next.isEmpty(); next = takeWaiting()) {
        made.add(round(next));
      }
      ended = true;
    } finally {
      if (!ended) {
        synchronized (lock) {
          underWay = false;
        }
      }
    }
  }

  private Taken takeWaiting() {
    synchronized (lock) {
      Taken taken = waiting.take();
      underWay = !taken.isEmpty();
      return taken;
    }
  }

  private ForecastRound round(Taken windows) {
    long last = windows.last();
    RoundSummary summary = new RoundSummary(last + 1, windows.leftOut());
    functions.removeIf(ForecastFunction::isReleased);
    windows.begun().stream().filter(f -> !f.isReleased()).forEach(functions::add);
    for (ClosedWindow closed : windows.closed()) {
      for (FunctionWindow seen : closed.seen()) {
        attempt(seen.function(), () -> observe(seen.function(), seen.window()));
      }
    }
    for (ForecastFunction function : functions) {
      attempt(
          function,
          () -> {
            observe(function, new DemandWindow(last, 0, 0));
            function.forecast();
          });
      summary.add(function);
    }
    return summary.round(failures.take());
  }

  private void observe(ForecastFunction function, DemandWindow window) {
    function.observe(window, model, pastCalls);
  }

  /** Runs work on a function. A failure of the model must not affect other functions. */
  private void attempt(ForecastFunction function, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      function.failed();
      failures.add(function.id(), e);
    }
  }
}
