/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import java.time.Duration;

/**
 * The last windows of one function, newest at lag 1, held as one byte each: the bin of the peak
 * demand on {@link DemandGrid}. Covers a day and a half of one-minute windows in 2 KiB.
 */
public class DemandHistory {

  /** Most windows held; a power of two. */
  static final int CAPACITY = 2048;

  /**
   * Ratio of the time to visit a window with demand by its position to the time to visit any
   * window.
   */
  private static final int SPARSE = 8;

  private static final double FAST = 1 - 1 / 5.0;
  private static final double SLOW = 1 - 1 / 60.0;

  private final FunctionTrigger trigger;
  private final long windowSeconds;
  private final byte[] bins = new byte[CAPACITY];
  private final CompactPositions demands = new CompactPositions();
  private long appended;
  private long newestIndex;
  private long sinceActive;
  private long previousGap;
  private int newestPeak;
  private double fastArrivals;
  private double slowArrivals;

  /**
   * An empty history.
   *
   * @param windowLength at least a second
   */
  public DemandHistory(FunctionTrigger trigger, Duration windowLength) {
    this.trigger = trigger;
    this.windowSeconds = windowLength.toSeconds();
  }

  /** Number of windows with demand. */
  public int demands() {
    return demands.size();
  }

  /** The lag of a window with demand, by age: 0 is the newest of them. */
  public int lagOfDemand(int age) {
    return (int) appended - demands.at(age);
  }

  /** Number of windows up to a lag that have demand. */
  int demandsWithin(int lag) {
    return demands.since((int) appended - lag);
  }

  /**
   * The same, found in a few steps from a number that is equal or slightly larger.
   *
   * @param atMost at least the result
   */
  int demandsWithin(int lag, int atMost) {
    int count = atMost;
    while (count > 0 && lagOfDemand(count - 1) > lag) {
      count--;
    }
    return count;
  }

  /** Whether visiting only the windows with demand takes less time than visiting all windows. */
  boolean isSparse() {
    return SPARSE * demands() < size();
  }

  /** Adds the demands of a range of lags to a tally; none if the range is empty. */
  void addTo(DemandCounts tally, int newest, int oldest, double weight) {
    addTo(tally, newest, oldest, weight, demandsWithin(oldest));
  }

  /**
   * @param atMost at least {@link #demandsWithin} the oldest
   */
  void addTo(DemandCounts tally, int newest, int oldest, double weight, int atMost) {
    if (oldest < newest) {
      return;
    }
    int end = demandsWithin(oldest, atMost);
    int begin = demandsWithin(newest - 1, end);
    tally.add(0, weight * (oldest - newest + 1 - (end - begin)));
    for (int age = begin; age < end; age++) {
      tally.add(bin(lagOfDemand(age)), weight);
    }
  }

  public void write(StateWriter out) {
    out.intOf(size()).longOf(newestIndex).intOf(sinceActive).intOf(previousGap).intOf(newestPeak);
    out.doubleOf(fastArrivals).doubleOf(slowArrivals).shortOf(demands());
    boolean dense = 3 * demands() > size();
    for (int lag = size(); dense && lag > 0; lag--) {
      out.byteOf(bin(lag));
    }
    for (int age = demands() - 1; !dense && age >= 0; age--) {
      out.shortOf(lagOfDemand(age)).byteOf(bin(lagOfDemand(age)));
    }
  }

  public void read(StateReader in) {
    int size = in.intOf();
    appended = size;
    newestIndex = in.longOf();
    sinceActive = in.intOf();
    previousGap = in.intOf();
    newestPeak = in.intOf();
    fastArrivals = in.doubleOf();
    slowArrivals = in.doubleOf();
    int active = in.shortOf();
    boolean dense = 3 * active > size;
    for (int i = 0; i < (dense ? size : active); i++) {
      int at = dense ? i : size - in.shortOf();
      int bin = in.byteOf();
      bins[at & (CAPACITY - 1)] = (byte) bin;
      if (bin > 0) {
        demands.add(at);
      }
    }
  }

  /** Whether the window is newer than all earlier ones. */
  boolean accepts(DemandWindow window) {
    return appended == 0 || window.index() > newestIndex;
  }

  /** Number of silent windows between the newest one and this one. */
  long gapBefore(DemandWindow window) {
    return appended == 0 ? 0 : window.index() - newestIndex - 1;
  }

  /** Minute at which a future window begins, from the midnight that indices count from. */
  public long minute(int step) {
    return Math.floorDiv((newestIndex + step) * windowSeconds, 60L);
  }

  public void append(DemandWindow window) {
    bins[(int) (appended & (CAPACITY - 1))] = (byte) DemandGrid.bin(window.peak());
    if (window.peak() > 0) {
      demands.add((int) appended);
    }
    appended++;
    demands.forgetBefore((int) appended - CAPACITY);
    newestIndex = window.index();
    newestPeak = window.peak();
    fastArrivals = fastArrivals * FAST + window.arrivals() * (1 - FAST);
    slowArrivals = slowArrivals * SLOW + window.arrivals() * (1 - SLOW);
    sinceActive++;
    if (window.peak() > 0) {
      previousGap = sinceActive;
      sinceActive = 0;
    }
  }

  /** Windows held, at most {@link #CAPACITY}. */
  public int size() {
    return (int) Math.min(appended, CAPACITY);
  }

  /** Bin of the peak demand {@code lag} windows back; lag 1 is the newest window. */
  public int bin(int lag) {
    return bins[((int) appended - lag) & (CAPACITY - 1)] & 0xff;
  }

  /** Whether each window's demand is known exactly from its bin. */
  boolean isExact() {
    for (int age = 0; age < demands(); age++) {
      if (DemandGrid.width(bin(lagOfDemand(age))) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Windows since the last one with demand, 0 if that is the newest; all windows if none had. */
  public long idle() {
    return sinceActive;
  }

  /** Distance between the last two windows with demand; 0 before the first one. */
  public long previousGap() {
    return previousGap;
  }

  /** Peak demand of the newest window, exact. */
  public int newestPeak() {
    return newestPeak;
  }

  /** Arrivals per window, averaged over about five windows. */
  public double fastArrivals() {
    return fastArrivals;
  }

  /** Arrivals per window, averaged over about an hour of minutes. */
  public double slowArrivals() {
    return slowArrivals;
  }

  public FunctionTrigger trigger() {
    return trigger;
  }
}
