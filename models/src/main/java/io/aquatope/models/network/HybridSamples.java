/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import com.google.common.collect.Lists;
import io.aquatope.models.network.HybridBatch.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** All positions of all series at which 48 windows of input and 12 of target fit, in batches. */
final class HybridSamples {

  private static final int BATCH = 128;
  private static final int LENGTH = EncoderDecoder.STEPS + EncoderDecoder.AHEAD;

  private final List<Origin> origins = new ArrayList<>();

  HybridSamples(List<ScaledSeries> series) {
    for (ScaledSeries one : series) {
      for (int start = 0; start + LENGTH <= one.size(); start++) {
        origins.add(new Origin(one, start));
      }
    }
  }

  /**
   * Draws batches without replacement.
   *
   * @param most maximum number of samples
   */
  List<List<Origin>> draw(int most, SplittableRandom random) {
    int[] order = RandomPermutation.of(origins.size(), random);
    List<Origin> drawn = new ArrayList<>();
    for (int i = 0; i < Math.min(most, order.length); i++) {
      drawn.add(origins.get(order[i]));
    }
    return Lists.partition(drawn, BATCH);
  }

  /** Mean of a loss over batches, each weighted by its rows. */
  static double mean(List<List<Origin>> batches, Function<HybridBatch, Double> loss) {
    double total = 0;
    int rows = 0;
    for (List<Origin> batch : batches) {
      total += loss.apply(HybridBatch.of(batch)) * batch.size();
      rows += batch.size();
    }
    return total / Math.max(1, rows);
  }
}
