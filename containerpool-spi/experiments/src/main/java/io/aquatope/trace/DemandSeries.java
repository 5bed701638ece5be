/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.base.Preconditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The number of containers that a function needed in each window of time, the input of forecasts.
 *
 * <p>The demand of a window is the peak of simultaneous activations in it, including those that
 * began before. With one activation per container, this is the number of containers.
 */
public final class DemandSeries {

  private final String name;
  private final int memoryMb;
  private final Instant start;
  private final Duration window;
  private final int[] peaks;
  private final Optional<int[]> arrivals;

  public DemandSeries(
      String name,
      int memoryMb,
      Instant start,
      Duration window,
      int[] peaks,
      Optional<int[]> arrivals) {
    this.name = name;
    this.memoryMb = memoryMb;
    this.start = start;
    this.window = window;
    this.peaks = peaks;
    this.arrivals = arrivals;
  }

  /**
   * The demand of each function of a trace if no activation ever waited: an activation runs from
   * its arrival for its run time, and one that follows arrives at its cause's end plus its delay.
   *
   * @param window at least a microsecond; the last one may reach beyond the end of the trace
   * @return one series for each function, in the order of the trace
   */
  public static List<DemandSeries> of(Trace trace, Duration window) {
    return new DemandExtraction(trace, window).series();
  }

  /** The name of the function or the application. */
  public String name() {
    return name;
  }

  /** Memory of one container, in MB. */
  public int memoryMb() {
    return memoryMb;
  }

  /** Start of the first window. */
  public Instant start() {
    return start;
  }

  /** Length of each window. */
  public Duration window() {
    return window;
  }

  /** Number of windows. */
  public int size() {
    return peaks.length;
  }

  /** The peak of simultaneous activations in a window. */
  public int peak(int index) {
    return peaks[index];
  }

  /** The peaks of all windows, as a copy. */
  public int[] peaks() {
    return peaks.clone();
  }

  /** Whether arrivals are known in addition to the peaks. */
  public boolean hasArrivals() {
    return arrivals.isPresent();
  }

  /**
   * The number of activations that arrived in a window.
   *
   * @throws IllegalStateException if they are not known
   */
  public int arrivals(int index) {
    Preconditions.checkState(hasArrivals(), "the arrivals of %s are not known", name);
    return arrivals.orElseThrow()[index];
  }
}
