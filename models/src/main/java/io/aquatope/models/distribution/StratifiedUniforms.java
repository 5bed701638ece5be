/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import java.util.SplittableRandom;

/** Stratified uniform variates: each n-th part of (0, 1) holds one, in random order. */
public final class StratifiedUniforms {

  private StratifiedUniforms() {}

  public static double[] levels(int n, SplittableRandom random) {
    double[] levels = new double[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      levels[i] = levels[j];
      levels[j] = (i + 0.5) / n;
    }
    return levels;
  }
}
