/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionSpec;

/** The executions of one function, measured from tick to tick. */
final class FunctionLoad {

  /**
   * Load of a function between two ticks.
   *
   * @param calls calls that were given to a container
   * @param peak most containers needed at the same time
   * @param activeMicros sum of the times that calls were being executed, starts included
   */
  record Interval(int calls, int peak, long activeMicros) {}

  final FunctionSpec function;
  private int inFlight;
  private int mostInFlight;
  private int calls;
  private long activeMicros;
  private long changedMicros;

  FunctionLoad(FunctionSpec function) {
    this.function = function;
  }

  void started(long nowMicros) {
    advance(nowMicros);
    inFlight++;
    calls++;
    mostInFlight = Math.max(mostInFlight, inFlight);
  }

  void completed(long nowMicros) {
    advance(nowMicros);
    inFlight = Math.max(0, inFlight - 1);
  }

  /**
   * The load since the last tick.
   *
   * @param busy containers now; executions that failed with their container do not complete
   */
  Interval tick(int busy, long nowMicros) {
    advance(nowMicros);
    int peak = (mostInFlight + function.maxConcurrent() - 1) / function.maxConcurrent();
    Interval seen = new Interval(calls, peak, activeMicros);
    inFlight = Math.min(inFlight, busy * function.maxConcurrent());
    mostInFlight = inFlight;
    calls = 0;
    activeMicros = 0;
    return seen;
  }

  private void advance(long nowMicros) {
    activeMicros += inFlight * (nowMicros - changedMicros);
    changedMicros = nowMicros;
  }
}
