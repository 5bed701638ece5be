/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.base.Preconditions;
import com.google.common.math.LongMath;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Extracts the {@link DemandSeries} of all functions of a trace. */
final class DemandExtraction {

  private final Trace trace;
  private final Duration window;
  private final long windowMicros;
  private final int windows;

  DemandExtraction(Trace trace, Duration window) {
    this.trace = trace;
    this.window = window;
    this.windowMicros = TimeUnit.MICROSECONDS.convert(window);
    Preconditions.checkArgument(windowMicros > 0, "a window of %s", window);
    this.windows =
        Math.toIntExact(
            LongMath.divide(trace.durationMicros(), windowMicros, RoundingMode.CEILING));
  }

  List<DemandSeries> series() {
    long[][] begins = perFunction();
    long[][] ends = perFunction();
    int[] filled = new int[begins.length];
    long[] endOf = new long[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      int function = trace.function(i);
      long cameFrom = trace.follows(i) ? endOf[trace.cause(i)] : 0;
      long begin = cameFrom + trace.offsetMicros(i);
      endOf[i] = begin + trace.runMicros(i);
      begins[function][filled[function]] = begin;
      ends[function][filled[function]++] = Math.max(begin + 1, endOf[i]);
    }
    List<DemandSeries> series = new ArrayList<>();
    for (int function = 0; function < begins.length; function++) {
      series.add(sweep(trace.functions().get(function), begins[function], ends[function]));
    }
    return series;
  }

  private long[][] perFunction() {
    int[] sizes = new int[trace.functions().size()];
    for (int i = 0; i < trace.size(); i++) {
      sizes[trace.function(i)]++;
    }
    long[][] columns = new long[sizes.length][];
    for (int function = 0; function < sizes.length; function++) {
      columns[function] = new long[sizes[function]];
    }
    return columns;
  }

  private DemandSeries sweep(TraceFunction function, long[] begins, long[] ends) {
    DemandSweep sweep = new DemandSweep(windowMicros, windows);
    if (windows > 0) {
      sweep.sweep(begins, ends);
    }
    return new DemandSeries(
        function.spec().id().toString(),
        function.spec().memoryMb(),
        trace.start(),
        window,
        sweep.peaks(),
        Optional.of(sweep.arrivals()));
  }
}
