/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.StartKind;

/**
 * How long containers take to start, learnt from those that did: the mean of the measured ones, of
 * which old ones fade, and of {@value #PRIOR} at the value expected beforehand.
 */
final class StartTimes {

  private static final double PRIOR = 4;
  private static final double FADE = 0.95;

  /** The mean that published simulations use (FeMux, EuroSys 2026). */
  private static final double COLD_SECONDS = 0.808;

  /** OpenWhisk's {@code waitTime} and {@code initTime} of Node.js actions divide about 3 : 1. */
  private static final double INIT_SHARE = 0.25;

  private final Mean cold;
  private final Mean init;

  private StartTimes(double coldSeconds, double initSeconds) {
    cold = new Mean(coldSeconds);
    init = new Mean(initSeconds);
  }

  /** Before anything is known. */
  static StartTimes expected() {
    return new StartTimes(COLD_SECONDS, COLD_SECONDS * INIT_SHARE);
  }

  /** Those of a function of which nothing else is known. */
  StartTimes asPrior() {
    return new StartTimes(coldSeconds(), initSeconds());
  }

  void took(StartKind start, long micros) {
    if (start.isCold()) {
      cold.add(micros / 1e6);
    } else if (start == StartKind.CREATED || start == StartKind.STEM_CELL) {
      init.add(micros / 1e6);
    }
  }

  /** From the order of a new container until the function runs in it. */
  double coldSeconds() {
    return cold.value();
  }

  /** The part of it that a container without the function's code still has to pay. */
  double initSeconds() {
    return Math.min(init.value(), coldSeconds());
  }

  /** How long a start of a kind takes, at the most that is usual. */
  double seconds(StartKind start) {
    return switch (start) {
      case WARM, PREPARED -> 0;
      case CREATED, WARMING, STEM_CELL -> initSeconds();
      case WARMING_COLD, PREPARING, COLD, RECREATED -> coldSeconds();
    };
  }

  private static final class Mean {

    private double sum;
    private double weight = PRIOR;

    Mean(double expected) {
      sum = PRIOR * expected;
    }

    void add(double seconds) {
      sum = sum * FADE + seconds;
      weight = weight * FADE + 1;
    }

    double value() {
      return sum / weight;
    }
  }
}
