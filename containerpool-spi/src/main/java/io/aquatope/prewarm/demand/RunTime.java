/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.util.Arrays;

/**
 * Estimates how long a call keeps a container busy: by Little's law, the busy time divided by the
 * number of calls. Old calls fade.
 *
 * <p>The busy time of a container is capped at {@value #CUT} times the median of the last {@value
 * #MOST}, so that one run that hangs, or ends with its container, does not dominate. If runs always
 * take that long, the median follows after a few. Of several busy containers, the one that became
 * busy last is assumed to be free first, so a hanging run takes no time from the others.
 */
final class RunTime {

  private static final double KEEP_A_MINUTE = 0.99;
  private static final double FADE_MICROS = -MINUTES.toMicros(1) / Math.log(KEEP_A_MINUTE);
  private static final double SHORTEST_SECONDS = 1e-3;
  private static final int CUT = 4;
  private static final int MOST = 8;

  /** Expected duration of a first run, and its weight against a known one. */
  private static final double EXPECTED_SECONDS = 1;

  private static final double EXPECTED_WEIGHT = 0.5;

  private static final double[] NONE_ENDED = {};
  private static final long[] NONE_BUSY = {};

  private double[] latest = NONE_ENDED;
  private int ended;
  private double longest = CUT * EXPECTED_SECONDS;

  /** Times since which containers are busy; the one that became busy last is at the end. */
  private long[] sinceMicros = NONE_BUSY;

  private int busy;
  private long closedMicros = Long.MIN_VALUE;
  private double seconds = EXPECTED_SECONDS;
  private double calls = 1;

  void called() {
    calls++;
  }

  /** Sets the number of busy containers from now on. */
  void busy(int containers, long nowMicros) {
    if (containers > sinceMicros.length) {
      sinceMicros = Arrays.copyOf(sinceMicros, Math.max(containers, 2 * sinceMicros.length));
    }
    while (busy < containers) {
      sinceMicros[busy++] = nowMicros;
    }
    while (busy > Math.max(0, containers)) {
      busy--;
      count(sinceMicros[busy], nowMicros);
      learn((nowMicros - sinceMicros[busy]) / 1e6);
    }
  }

  /** Counts the time since the last close that a container has been busy, up to the cap. */
  private void count(long since, long nowMicros) {
    double counted = closedMicros > since ? (closedMicros - since) / 1e6 : 0;
    double all = (nowMicros - since) / 1e6;
    seconds += Math.max(0, Math.min(all, longest) - Math.min(counted, longest));
  }

  private void learn(double busySeconds) {
    if (ended == latest.length && ended < MOST) {
      latest = Arrays.copyOf(latest, Math.max(1, 2 * ended));
    }
    latest[ended % MOST] = busySeconds;
    ended = ended + 1 < 2 * MOST ? ended + 1 : MOST;
    WeightedValues values = new WeightedValues(MOST + 1);
    values.add(EXPECTED_SECONDS, EXPECTED_WEIGHT);
    for (int i = 0; i < Math.min(ended, MOST); i++) {
      values.add(latest[i], 1);
    }
    longest = CUT * Math.max(SHORTEST_SECONDS, values.median());
  }

  /** Closes the window; the next one begins. */
  void close(long nowMicros) {
    for (int i = 0; i < busy; i++) {
      count(sinceMicros[i], nowMicros);
    }
    double keep =
        closedMicros == Long.MIN_VALUE
            ? KEEP_A_MINUTE
            : Math.exp(-Math.max(0, nowMicros - closedMicros) / FADE_MICROS);
    closedMicros = nowMicros;
    seconds *= keep;
    calls *= keep;
  }

  /**
   * Number of busy containers, without those that have been busy for longer than calls usually are.
   */
  int usuallyBusy(long nowMicros) {
    long oldest = nowMicros - Math.round(longest * 1e6);
    int usual = 0;
    while (usual < busy && sinceMicros[busy - 1 - usual] >= oldest) {
      usual++;
    }
    return usual;
  }

  /** Keeps only state that cannot be computed again. */
  void rest() {
    if (busy == 0) {
      sinceMicros = NONE_BUSY;
    }
  }

  /** Skips windows of a minute in which nothing was busy. */
  void skip(long windows) {
    double keep = Math.pow(KEEP_A_MINUTE, (double) windows);
    seconds *= keep;
    calls *= keep;
    if (closedMicros != Long.MIN_VALUE) {
      closedMicros += MINUTES.toMicros(windows);
    }
  }

  /** Mean time that a call keeps a container busy. */
  double meanSeconds() {
    return Math.max(SHORTEST_SECONDS, seconds / calls);
  }
}
