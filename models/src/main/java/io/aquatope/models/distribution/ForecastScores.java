/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

/**
 * Scores of a predictive distribution, given the outcome. CRPS and pinball loss are proper
 * (Gneiting and Raftery, 2007): only the true distribution minimises them on average.
 */
public final class ForecastScores {

  /** Levels of the mean pinball loss: 0.05, 0.10 … 0.95 and 0.99. */
  private static final double[] LEVELS = levels();

  private static final long SUMMED = 4096;

  private ForecastScores() {}

  private static double[] levels() {
    double[] levels = new double[20];
    for (int i = 0; i < 19; i++) {
      levels[i] = 0.05 * (i + 1);
    }
    levels[19] = 0.99;
    return levels;
  }

  /**
   * Continuous ranked probability score: sum over k of (P(D &lt;= k) - 1{outcome &lt;= k})^2, in
   * containers. Equal to the absolute error for a forecast without spread.
   */
  public static double crps(PredictiveDistribution forecast, long outcome) {
    if (forecast instanceof GridDistribution grid) {
      return grid.crps(outcome);
    }
    long last = Math.max(outcome, forecast.quantile(1 - 1e-12));
    if (last > SUMMED && forecast instanceof NegativeBinomial large) {
      double[] mass = new double[DemandGrid.BINS];
      large.addTo(mass, 1);
      return GridDistribution.of(mass).crps(outcome);
    }
    double sum = 0;
    for (long k = 0; k <= last; k++) {
      double difference = forecast.cumulative(k) - (outcome <= k ? 1 : 0);
      sum += difference * difference;
    }
    return sum;
  }

  /** Pinball loss of a quantile forecast: asymmetric absolute error, in containers. */
  public static double pinball(double level, long quantile, long outcome) {
    double error = outcome - quantile;
    return error >= 0 ? level * error : (level - 1) * error;
  }

  /** Pinball loss averaged over the levels 0.05, 0.10 … 0.95 and 0.99. */
  public static double meanPinball(PredictiveDistribution forecast, long outcome) {
    double sum = 0;
    for (double level : LEVELS) {
      sum += pinball(level, forecast.quantile(level), outcome);
    }
    return sum / LEVELS.length;
  }

  /**
   * Coverage of the central interval by the randomised probability integral transform. The
   * transform of a discrete outcome y is U = F(y - 1) + V P(y) with V uniform on (0, 1), and is
   * uniform if and only if the forecast is calibrated; the outcome counts as covered when U lies
   * within (1 - level) / 2 of one half's distance to the ends. This is the expectation over V
   * (Czado, Gneiting and Held, 2009), a number in [0, 1]. For counts that are mostly zero, the
   * plain share of outcomes between two quantiles would be near one even for a bad forecast.
   */
  public static double coverage(PredictiveDistribution forecast, long outcome, double level) {
    double from = forecast.cumulative(outcome - 1);
    double to = forecast.cumulative(outcome);
    double low = (1 - level) / 2;
    double high = (1 + level) / 2;
    if (to - from < 1e-12) {
      return from >= low && from <= high ? 1 : 0;
    }
    return Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);
  }

  /** Symmetric absolute percentage error in [0, 200]; zero when both are zero. */
  public static double smape(double forecast, double outcome) {
    double scale = Math.abs(forecast) + Math.abs(outcome);
    return scale > 0 ? 200 * Math.abs(forecast - outcome) / scale : 0;
  }
}
