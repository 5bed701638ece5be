/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * Method of analogues (Lorenz, 1969): looks for earlier moments whose recent past matches the
 * present one, and predicts what followed. The length of the match decides how much a moment
 * counts: starting from all moments, each group with a longer match updates the forecast of the
 * group before it through a Dirichlet prior, as in prediction by partial matching (Cleary and
 * Witten, 1984).
 *
 * <p>The past is written as symbols of a fixed number of bits packed in a {@code long}, so that
 * comparing 64 windows of activity, or 16 windows of demand, is one exclusive or.
 */
final class Analogue implements Component {

  private static final int GROUPS = 8;
  private static final double PRIOR = 0.4;
  private static final double[] RECENCY = recency();

  /** Of matches shorter than this there are plenty: only recent ones count. */
  private static final int SHORT = 4;

  private static final int RECENT = 256;

  private final int symbolBits;
  private final int symbolShift;
  private final int largest;

  /**
   * @param symbolBits bits per window, a power of two: 1 tells demand from none, 4 tells demands up
   *     to 15 apart
   */
  Analogue(int symbolBits) {
    this.symbolBits = symbolBits;
    this.symbolShift = Integer.numberOfTrailingZeros(symbolBits);
    this.largest = (1 << symbolBits) - 1;
  }

  private static double[] recency() {
    double[] weights = new double[History.CAPACITY + 1];
    for (int lag = 0; lag < weights.length; lag++) {
      weights[lag] = Math.pow(0.5, lag / 480.0);
    }
    return weights;
  }

  @Override
  public void predict(History history, int step, double[] mass) {
    Background.copyTo(mass);
    long present = 0;
    for (int lag = Math.min(64 / symbolBits, history.size()); lag >= 1; lag--) {
      present = present << symbolBits | symbol(history.bin(lag));
    }
    Tally[] groups = new Tally[GROUPS];
    long past = 0;
    for (int lag = history.size(); lag > step; lag--) {
      past = past << symbolBits | symbol(history.bin(lag));
      int match = Long.numberOfTrailingZeros(past ^ present) >> symbolShift;
      if (match < SHORT && lag > RECENT) {
        continue;
      }
      int group = 32 - Integer.numberOfLeadingZeros(match);
      Tally tally = groups[group];
      if (tally == null) {
        tally = new Tally();
        groups[group] = tally;
      }
      tally.add(history.bin(lag - step), RECENCY[lag]);
    }
    update(groups, mass);
  }

  /** Groups 0 … 7 hold matches of 0, 1, 2-3, 4-7, 8-15, 16-31, 32-63 and 64 windows. */
  private static void update(Tally[] groups, double[] mass) {
    for (int from = 0; from < GROUPS; from++) {
      Tally longer = new Tally();
      for (int group = from; group < GROUPS; group++) {
        if (groups[group] != null) {
          longer.addAll(groups[group]);
        }
      }
      if (longer.total() > 0) {
        longer.update(mass, PRIOR);
      }
    }
  }

  private long symbol(int bin) {
    return Math.min(bin, largest);
  }
}
