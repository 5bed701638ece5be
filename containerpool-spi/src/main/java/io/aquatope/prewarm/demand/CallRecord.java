/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.function.LongSupplier;

/**
 * The past calls of one function, and its busy containers: the evidence that all {@link
 * DemandModel}s share. A function whose calls never come in bursts has one record of {@link
 * CallTimes} for both kinds of them.
 */
final class CallRecord {

  private final LongSupplier reactionMicros;
  private final CallTimes calls;
  private final CallBursts bursts = new CallBursts();
  private final BurstGaps gaps = new BurstGaps();
  private final RunTime runTime = new RunTime();

  /** When bursts begin; the times of all calls as long as each of them has begun a burst. */
  private CallTimes onsets;

  private int busy;

  /**
   * @param reactionMicros how soon a container can be ready after a call: what comes before belongs
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

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    busy = containers;
    bursts.busy(containers, nowMicros);
    runTime.busy(containers, nowMicros);
  }

  /** A window is over, the next one begins. */
  void close(long nowMicros) {
    calls.close();
    if (!isEachAnOnset()) {
      onsets.close();
    }
    runTime.close(nowMicros);
  }

  /** So many windows were over in which nothing was busy and no call came. */
  void skip(long windows) {
    runTime.skip(windows);
  }

  /** Keeps only what cannot be computed again. */
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

  /** How many containers are busy now. */
  int busy() {
    return busy;
  }
}
