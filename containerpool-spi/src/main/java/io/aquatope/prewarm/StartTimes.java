/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.StartKind;

/**
 * How long a function's containers take to start, learnt from those that did: the mean of the
 * measured ones and of {@value #PRIOR} at the value expected beforehand.
 */
final class StartTimes {

  private static final double PRIOR = 4;
  private static final double FADE = 0.95;

  private double coldWeight = PRIOR;
  private double coldSeconds;
  private double initWeight = PRIOR;
  private double initSeconds;

  StartTimes(double expectedColdSeconds, double expectedInitSeconds) {
    coldSeconds = PRIOR * expectedColdSeconds;
    initSeconds = PRIOR * expectedInitSeconds;
  }

  void took(StartKind start, long micros) {
    double seconds = micros / 1e6;
    if (start.isCold()) {
      coldSeconds = coldSeconds * FADE + seconds;
      coldWeight = coldWeight * FADE + 1;
    } else if (start == StartKind.CREATED || start == StartKind.STEM_CELL) {
      initSeconds = initSeconds * FADE + seconds;
      initWeight = initWeight * FADE + 1;
    }
  }

  /** From the order of a new container until the function runs in it. */
  double coldSeconds() {
    return coldSeconds / coldWeight;
  }

  /** The part of it that a container without the function's code still has to pay. */
  double initSeconds() {
    return Math.min(initSeconds / initWeight, coldSeconds());
  }
}
