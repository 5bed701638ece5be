/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import org.jspecify.annotations.Nullable;

/**
 * Method of analogues (Lorenz, 1969): finds earlier moments whose recent past matches the present
 * one, and predicts the demand that followed them. The length of the match decides the weight of a
 * moment: starting from all moments, each group with a longer match updates the forecast of the
 * group before it through a Dirichlet prior, as in prediction by partial matching (Cleary and
 * Witten, 1984).
 *
 * <p>The past is packed into a {@code long} as symbols of a fixed number of bits. Comparing 64
 * windows of activity, or 16 windows of demand, takes one exclusive or. Where few windows have
 * demand, the match follows from the length of the pauses between them, for a whole pause at a
 * time.
 */
public final class AnalogueMethod implements DemandComponent {

  private static final int GROUPS = 8;
  private static final double PRIOR = 0.4;
  private static final double[] RECENCY = recency();

  /** The sum of the first recencies. */
  private static final double[] RECENCIES = sums(RECENCY);

  /** Length below which matches are plentiful, so that only recent ones count. */
  private static final int SHORT = 4;

  private static final int RECENT = 256;

  private final int symbolBits;
  private final int symbolShift;
  private final int largest;

  /** Number of windows that are compared. */
  private final int longest;

  /**
   * @param symbolBits bits per window, a power of two: 1 distinguishes demand from none, 4
   *     distinguish demands up to 15
   */
  public AnalogueMethod(int symbolBits) {
    this.symbolBits = symbolBits;
    this.symbolShift = Integer.numberOfTrailingZeros(symbolBits);
    this.largest = (1 << symbolBits) - 1;
    this.longest = 64 / symbolBits;
  }

  private static double[] recency() {
    double[] weights = new double[DemandHistory.CAPACITY + 1];
    for (int lag = 0; lag < weights.length; lag++) {
      weights[lag] = Math.pow(0.5, lag / 480.0);
    }
    return weights;
  }

  private static double[] sums(double[] weights) {
    double[] sums = new double[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      sums[i + 1] = sums[i] + weights[i];
    }
    return sums;
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    Groups groups = new Groups(history, step, mass.length);
    if (history.isSparse()) {
      addByPauses(history, step, groups);
    } else {
      addByWindows(history, step, groups);
    }
    groups.update(mass);
  }

  private void addByWindows(DemandHistory history, int step, Groups groups) {
    long present = 0;
    for (int lag = Math.min(longest, history.size()); lag >= 1; lag--) {
      present = present << symbolBits | symbol(history, lag);
    }
    long past = 0;
    for (int lag = history.size(); lag > step; lag--) {
      past = past << symbolBits | symbol(history, lag);
      int match = Long.numberOfTrailingZeros(past ^ present) >> symbolShift;
      if (match >= SHORT || lag <= RECENT) {
        groups.of(match).add(history.bin(lag - step), RECENCY[lag]);
      }
    }
  }

  /**
   * Adds matches by pauses. A moment that has been idle for i windows matches the present one, idle
   * for n, in the smaller number of windows. If i and n are equal, the match includes the equal
   * windows before the pauses.
   */
  private void addByPauses(DemandHistory history, int step, Groups groups) {
    int now = history.demands() == 0 ? longest : (int) Math.min(history.idle(), longest);
    int newest = step + 1;
    for (int age = 0; age < history.demands(); age++) {
      int begin = history.lagOfDemand(age);
      int longestPause = begin - newest;
      for (int idle = 0, last; idle <= Math.min(now - 1, longestPause); idle = last + 1) {
        last = Math.min(Math.min(lastOfGroup(idle), now - 1), longestPause);
        groups.add(idle, begin - last, begin - idle, age);
      }
      if (now <= longestPause) {
        int match = now < longest ? match(history, begin - now) : longest;
        groups.add(match, begin - now, begin - now, age);
        groups.add(now, newest, begin - now - 1, age);
      }
      newest = Math.max(newest, begin + 1);
    }
    groups.add(now, newest, history.size(), history.demands());
  }

  private static int lastOfGroup(int match) {
    return match == 0 ? 0 : 2 * Integer.highestOneBit(match) - 1;
  }

  private int match(DemandHistory history, int lag) {
    int match = 0;
    while (match < longest && symbol(history, 1 + match) == symbol(history, lag + match)) {
      match++;
    }
    return match;
  }

  private long symbol(DemandHistory history, int lag) {
    return lag > history.size() ? 0 : Math.min(history.bin(lag), largest);
  }

  /** Groups 0 … 7 hold matches of 0, 1, 2-3, 4-7, 8-15, 16-31, 32-63 and 64 windows. */
  private static final class Groups {

    private final DemandHistory history;
    private final int step;
    private final int bins;
    private final @Nullable DemandCounts[] tallies = new DemandCounts[GROUPS];

    Groups(DemandHistory history, int step, int bins) {
      this.history = history;
      this.step = step;
      this.bins = bins;
    }

    DemandCounts of(int match) {
      int group = 32 - Integer.numberOfLeadingZeros(match);
      DemandCounts tally = tallies[group];
      if (tally == null) {
        tally = new DemandCounts(bins);
        tallies[group] = tally;
      }
      return tally;
    }

    /**
     * Adds the demand that followed the moments of a range of lags.
     *
     * @param atMost at least the number of windows with demand up to the oldest
     */
    void add(int match, int newest, int oldest, int atMost) {
      int last = match < SHORT ? Math.min(oldest, RECENT) : oldest;
      if (last < newest) {
        return;
      }
      DemandCounts tally = of(match);
      double silent = RECENCIES[last + 1] - RECENCIES[newest];
      int end = history.demandsWithin(last - step, atMost);
      int begin = history.demandsWithin(newest - step - 1, end);
      for (int age = begin; age < end; age++) {
        int lag = history.lagOfDemand(age);
        tally.add(history.bin(lag), RECENCY[lag + step]);
        silent -= RECENCY[lag + step];
      }
      if (end - begin <= last - newest) {
        tally.add(0, silent);
      }
    }

    void update(double[] mass) {
      for (int from = 0; from < GROUPS; from++) {
        DemandCounts longer = new DemandCounts(bins);
        for (int group = from; group < GROUPS; group++) {
          DemandCounts tally = tallies[group];
          if (tally != null) {
            longer.addAll(tally);
          }
        }
        if (longer.total() > 0) {
          longer.update(mass, PRIOR);
        }
      }
    }
  }
}
