/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

/**
 * How many containers of a function are busy, the most of them in the open window, and for how long
 * a call keeps one busy: by Little's law the busy time over the number of calls, of which old ones
 * fade.
 *
 * <p>Also whether calls come in bursts. Calls that are independent of each other find as many busy
 * as there are on average over time (Wolff, Poisson arrivals see time averages, 1982). Where they
 * find more than {@value #BURSTY} times as many as the average of their window, what the last ones
 * found tells more than chance does.
 */
final class BusyTime {

  private static final double FADE = 0.99;
  private static final double SHORTEST_SECONDS = 1e-3;
  private static final double BURSTY = 3;

  /** What a call finds changes faster than how long it takes. */
  private static final double FORGET = 0.95;

  private static final int MOST_FOUND = 64;

  private int busy;
  private int peak;
  private long sinceMicros;
  private double seconds = 1;
  private double calls = 1;

  private long windowMicros;
  private double windowBusySeconds;
  private int windowCalls;
  private double foundInAll;
  private double foundByChance = 1;

  /** The share of the last calls that found at least so many busy. */
  private final double[] found = new double[MOST_FOUND];

  void called() {
    calls++;
    windowCalls++;
    foundInAll += busy;
    for (int i = 0; i < MOST_FOUND; i++) {
      found[i] = FORGET * found[i] + (i <= busy ? 1 - FORGET : 0);
    }
  }

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    double passed = (nowMicros - sinceMicros) / 1e6;
    seconds += busy * passed;
    windowBusySeconds += busy * passed;
    sinceMicros = nowMicros;
    busy = containers;
    peak = Math.max(peak, containers);
  }

  /** The window is over, the next one begins; returns the most that were busy in it. */
  int close(long nowMicros) {
    busy(busy, nowMicros);
    double length = Math.max(1, nowMicros - windowMicros) / 1e6;
    foundByChance = FADE * foundByChance + windowCalls * windowBusySeconds / length;
    foundInAll *= FADE;
    windowMicros = nowMicros;
    windowBusySeconds = 0;
    windowCalls = 0;
    seconds *= FADE;
    calls *= FADE;
    int most = peak;
    peak = busy;
    return most;
  }

  /** Mean time that a call keeps a container busy. */
  double meanSeconds() {
    return Math.max(SHORTEST_SECONDS, seconds / calls);
  }

  /**
   * The share of the last calls that found at least so many containers busy, if calls come in
   * bursts; else 0.
   */
  double foundInBursts(int atLeast) {
    return atLeast < MOST_FOUND && foundInAll > BURSTY * foundByChance ? found[atLeast] : 0;
  }
}
