/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * For how long a call keeps a container busy: by Little's law the busy time over the number of
 * calls, of which old ones fade.
 */
final class RunTime {

  private static final double FADE = 0.99;
  private static final double SHORTEST_SECONDS = 1e-3;

  private int busy;
  private long sinceMicros;
  private double seconds = 1;
  private double calls = 1;

  void called() {
    calls++;
  }

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    seconds += busy * (nowMicros - sinceMicros) / 1e6;
    sinceMicros = nowMicros;
    busy = containers;
  }

  /** A window is over, the next one begins. */
  void close(long nowMicros) {
    busy(busy, nowMicros);
    seconds *= FADE;
    calls *= FADE;
  }

  /** So many windows were over in which nothing was busy. */
  void skip(long windows) {
    double keep = Math.pow(FADE, windows);
    seconds *= keep;
    calls *= keep;
  }

  /** Mean time that a call keeps a container busy. */
  double meanSeconds() {
    return Math.max(SHORTEST_SECONDS, seconds / calls);
  }
}
