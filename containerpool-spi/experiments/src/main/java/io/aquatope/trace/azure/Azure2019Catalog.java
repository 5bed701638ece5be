/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import com.google.common.math.Quantiles;
import io.aquatope.trace.azure.Azure2019Table.Content;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.ReaderFindings;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Run times and memory of the functions of the Azure Functions 2019 data set.
 *
 * <p>Some functions are called but have no line among the run times or the memory. They get the
 * median over all functions that have one, and are counted.
 */
final class Azure2019Catalog {

  /** One terabyte: more is an error in the file. */
  private static final double MOST_MB = 1 << 20;

  /** The length of the data set; no invocation in it is longer. */
  private static final double MOST_MILLIS = 14 * 24 * 3600 * 1e3;

  /** A table is missing only where the user states a value in place of it. */
  private static final int UNUSED = 1;

  private final Azure2019Attributes<DurationPercentiles> durations;
  private final Azure2019Attributes<Integer> memoryMb;
  private final DurationPercentiles medianDurations;
  private final int medianMemoryMb;
  private int withoutDurations;
  private int withoutMemory;

  private Azure2019Catalog(
      Azure2019Attributes<DurationPercentiles> durations,
      Azure2019Attributes<Integer> memoryMb,
      DurationPercentiles medianDurations,
      int medianMemoryMb) {
    this.durations = durations;
    this.memoryMb = memoryMb;
    this.medianDurations = medianDurations;
    this.medianMemoryMb = medianMemoryMb;
  }

  static Azure2019Catalog read(Azure2019Tables tables, ReaderFindings findings) throws IOException {
    Azure2019Attributes<DurationPercentiles> durations =
        Azure2019Attributes.read(tables, Content.DURATIONS, Azure2019Catalog::durations, findings);
    Azure2019Attributes<Integer> memory =
        Azure2019Attributes.read(tables, Content.MEMORY, Azure2019Catalog::memoryMb, findings);
    return new Azure2019Catalog(
        durations,
        memory,
        durations.all().isEmpty()
            ? DurationPercentiles.constant(findings.assumeRunMicros(UNUSED))
            : DurationPercentiles.median(durations.all()),
        memory.all().isEmpty()
            ? findings.assumeMemoryMb(UNUSED)
            : (int) Math.ceil(Quantiles.median().compute(memory.all())));
  }

  private static DurationPercentiles durations(CsvRow row) throws TraceFormatException {
    List<Double> millis = new ArrayList<>();
    double last = 0;
    for (int level : DurationPercentiles.LEVELS) {
      String column = Azure2019Table.durationColumn(level);
      double at = row.amount(column, MOST_MILLIS);
      if (at < last) {
        throw row.bad(column + " is " + at + ", expected at least the percentile before, " + last);
      }
      millis.add(at);
      last = at;
    }
    return new DurationPercentiles(millis);
  }

  // Containers are sized in whole MB, of at least 1 MB.
  private static int memoryMb(CsvRow row) throws TraceFormatException {
    return Math.max(1, (int) Math.ceil(row.amount(Azure2019Table.MEMORY_COLUMN, MOST_MB)));
  }

  DurationPercentiles durations(int day, CsvRow function) {
    return durations
        .find(day, function)
        .orElseGet(
            () -> {
              withoutDurations++;
              return medianDurations;
            });
  }

  int memoryMb(int day, CsvRow function) {
    return memoryMb
        .find(day, function)
        .orElseGet(
            () -> {
              withoutMemory++;
              return medianMemoryMb;
            });
  }

  /** The assumptions made so far. */
  Collection<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (withoutDurations > 0 && !durations.all().isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d lines of invocations without run times: the median over all functions is taken",
              withoutDurations));
    }
    if (withoutMemory > 0 && !memoryMb.all().isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d functions without memory: the median over all, %d MB, is taken",
              withoutMemory,
              medianMemoryMb));
    }
    return remarks;
  }
}
