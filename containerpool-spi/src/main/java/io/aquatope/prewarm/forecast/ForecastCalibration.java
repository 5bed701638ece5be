/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.models.distribution.ForecastScores;
import io.aquatope.models.distribution.PredictiveDistribution;
import java.util.OptionalDouble;

/**
 * Decides whether forecasts of a function can be trusted, by the running share of windows whose
 * outcome lay in the central {@value #LEVEL} of its forecast (randomised probability integral
 * transform). Trust is lost below {@value #LOSE}, and regained above {@value #REGAIN}.
 */
final class ForecastCalibration {

  private static final double LEVEL = 0.98;
  private static final double LOSE = 0.75;
  private static final double REGAIN = 0.85;
  private static final double KEEP = 1 - 1 / 30.0;

  private double covered = 1;
  private boolean observed;
  private boolean trusted = true;

  void observe(PredictiveDistribution forecast, int outcome) {
    observed = true;
    covered = KEEP * covered + (1 - KEEP) * ForecastScores.coverage(forecast, outcome, LEVEL);
    trusted = covered >= (trusted ? LOSE : REGAIN);
  }

  /** The running share; empty before the first outcome. */
  OptionalDouble coverage() {
    return observed ? OptionalDouble.of(covered) : OptionalDouble.empty();
  }

  boolean isTrusted() {
    return trusted;
  }
}
