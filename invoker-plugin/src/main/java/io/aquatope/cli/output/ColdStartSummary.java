/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import java.time.Duration;
import java.util.Locale;
import java.util.LongSummaryStatistics;

/**
 * The cold starts of a replay in words: those that the trace tells, and what the other functions
 * have.
 *
 * @param recorded in microseconds, of the functions whose cold start the trace tells
 * @param others number of functions whose cold start it does not tell
 * @param otherwise the cold start of these
 */
public record ColdStartSummary(LongSummaryStatistics recorded, long others, Duration otherwise) {

  /** The cold starts of a trace. */
  public static ColdStartSummary of(Trace trace, Duration otherwise) {
    LongSummaryStatistics recorded =
        trace.functions().stream()
            .map(TraceFunction::coldStartMicros)
            .filter(micros -> micros.isPresent())
            .mapToLong(micros -> micros.getAsLong())
            .summaryStatistics();
    return new ColdStartSummary(
        recorded, trace.functions().size() - recorded.getCount(), otherwise);
  }

  @Override
  public String toString() {
    String assumed = otherwise.toNanos() / 1e9 + " s";
    if (recorded.getCount() == 0 || otherwise.isZero()) {
      return "cold starts of " + assumed;
    }
    String least = seconds(recorded.getMin());
    String most = seconds(recorded.getMax());
    String range = least.equals(most) ? least + " s" : least + " to " + most + " s";
    String told = "cold starts of " + range + " as the trace tells";
    return others == 0
        ? told
        : String.format(
            Locale.ROOT,
            "%s for %s, of %s for %s",
            told,
            CountText.of(recorded.getCount(), "function"),
            assumed,
            CountText.of(others, "other"));
  }

  private static String seconds(long micros) {
    return String.format(Locale.ROOT, "%.3f", micros / 1e6);
  }
}
