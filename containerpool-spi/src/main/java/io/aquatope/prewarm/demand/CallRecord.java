/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.function.LongSupplier;

/**
 * Record of one function's past calls and of its busy containers: the evidence that all {@link
 * DemandModel}s share. A function whose calls never come in bursts has one record of {@link
 * CallTimes} for both calls and bursts.
 */
final class CallRecord {

  private final LongSupplier reactionMicros;
  private final CallTimes calls;
  private final CallBursts bursts = new CallBursts();
  private final BurstGaps gaps = new BurstGaps();
  private final RunTime runTime = new RunTime();

  /**
   * Begins of bursts; the same object as the times of all calls while each call has begun a burst.
   */
  private CallTimes onsets;

  private int busy;

  /**
   * @param reactionMicros time from a call until a container can be ready; calls within it belong
   *     to the same burst
   */
  CallRecord(WindowClock clock, LongSupplier reactionMicros) {
    this.reactionMicros = reactionMicros;
    calls = new CallTimes(clock);
    onsets = calls;
  }

  void called(long nowMicros) {
    boolean begins = bursts.called(nowMicros, reactionMicros.getAsLong());
    if (!begins && isEachAnOnset()) {
      onsets = calls.copy();
    }
    calls.called(nowMicros);
    runTime.called();
    if (begins) {
      gaps.called(nowMicros);
      if (!isEachAnOnset()) {
        onsets.called(nowMicros);
      }
    }
  }

  /** Whether each call so far has begun a burst. */
  boolean isEachAnOnset() {
    return onsets == calls;
  }

  /** Sets the number of busy containers from now on. */
  void busy(int containers, long nowMicros) {
    busy = containers;
    bursts.busy(containers, nowMicros);
    runTime.busy(containers, nowMicros);
  }

  /** Closes the window; the next one begins. */
  void close(long nowMicros) {
    calls.close();
    if (!isEachAnOnset()) {
      onsets.close();
    }
    runTime.close(nowMicros);
  }

  /** Skips closed windows without calls and busy containers. */
  void skip(long windows) {
    runTime.skip(windows);
  }

  /** Keeps only state that cannot be computed again. */
  void rest() {
    calls.rest();
    onsets.rest();
    runTime.rest();
  }

  CallTimes calls() {
    return calls;
  }

  CallTimes onsets() {
    return onsets;
  }

  CallBursts bursts() {
    return bursts;
  }

  BurstGaps gaps() {
    return gaps;
  }

  RunTime runTime() {
    return runTime;
  }

  /** Number of busy containers now. */
  int busy() {
    return busy;
  }
}
