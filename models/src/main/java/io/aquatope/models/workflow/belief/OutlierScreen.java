/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import io.aquatope.models.gp.LeaveOneOut;
import java.util.Arrays;
import java.util.List;

/**
 * Distinguishes outlying runs from odd configurations and from a wrong model, by leave-one-out
 * residuals of log latency.
 *
 * <p>A run is outlying if its residual exceeds {@value #OUTLYING} standard deviations. If most runs
 * of a configuration are outlying, the configuration is odd. If more than {@value #MISFIT_SHARE} of
 * a stage's runs are outlying, the model is wrong and they are no outliers, except those that took
 * three times as long or a third of the time.
 */
final class OutlierScreen {

  private static final double OUTLYING = 4;
  private static final double MOST_AGREE = 0.6;
  private static final double MISFIT_SHARE = 0.3;
  static final double GROSS = Math.log(3);

  private OutlierScreen() {}

  /** Residuals of the runs that the others contradict; zero for all others. */
  static double[] outlying(LeaveOneOut predicted) {
    double[] residuals = predicted.residuals().clone();
    Arrays.setAll(
        residuals, i -> Math.abs(predicted.standardized(i)) > OUTLYING ? residuals[i] : 0);
    return residuals;
  }

  /** For each candidate the size of its oddity in log seconds; zero for almost all. */
  static double[] oddities(List<StageHistory.Entry> runs, double[] outlying, int candidates) {
    int[] count = new int[candidates];
    int[] slower = new int[candidates];
    int[] faster = new int[candidates];
    double[] squares = new double[candidates];
    for (int i = 0; i < outlying.length; i++) {
      int c = runs.get(i).candidate();
      count[c]++;
      slower[c] += outlying[i] > 0 ? 1 : 0;
      faster[c] += outlying[i] < 0 ? 1 : 0;
      squares[c] += outlying[i] * outlying[i];
    }
    double[] oddities = new double[candidates];
    for (int c = 0; c < candidates; c++) {
      int agreeing = Math.max(slower[c], faster[c]);
      if (agreeing >= 2 && agreeing >= MOST_AGREE * count[c]) {
        oddities[c] = Math.sqrt(squares[c] / agreeing);
      }
    }
    return oddities;
  }

  /** Whether so many runs are outlying that the model must be wrong. */
  static boolean misfit(double[] outlying) {
    long doubtful = Arrays.stream(outlying).filter(r -> r != 0 && !isGross(r)).count();
    return doubtful > MISFIT_SHARE * outlying.length;
  }

  static boolean isOutlier(double outlying, boolean misfit) {
    return misfit ? isGross(outlying) : outlying != 0;
  }

  /** Whether it took three times as long or a third of the time. */
  private static boolean isGross(double outlying) {
    return Math.abs(outlying) >= GROSS;
  }
}
