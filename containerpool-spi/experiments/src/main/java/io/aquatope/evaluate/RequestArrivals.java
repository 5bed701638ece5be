/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Arrival times of the requests for a workflow, taken from the calls of one function of a trace.
 *
 * <p>Suitable are functions that no timer calls, with {@value #LEAST_AN_HOUR} to {@value
 * #MOST_AN_HOUR} calls an hour: less leaves nothing to learn from, more leaves no container idle.
 * In ascending order of calls, n workflows take those at the ranks (i + ½) / n of them. If there
 * are fewer suitable functions than workflows, the functions nearest in rate to suitable ones are
 * added, those without timers first. If the trace has fewer functions than workflows, functions are
 * used more than once, in turn.
 *
 * @param function that the arrivals are taken from
 * @param micros from the start of the trace, ascending; at least one
 * @param durationMicros length of the trace
 */
record RequestArrivals(String function, ImmutableLongArray micros, long durationMicros) {

  private static final double LEAST_AN_HOUR = 30;
  private static final double MOST_AN_HOUR = 600;

  private record Candidate(int index, String name, double anHour, boolean isTimer) {

    /** Distance from the suitable rates, as the logarithm of a ratio. */
    double unsuitability() {
      return Math.max(
          0, Math.max(Math.log(LEAST_AN_HOUR / anHour), Math.log(anHour / MOST_AN_HOUR)));
    }

    boolean isSuitable() {
      return !isTimer && unsuitability() == 0;
    }
  }

  /**
   * The arrivals of several workflows, in their order.
   *
   * @throws IllegalArgumentException if the trace has no calls
   */
  static List<RequestArrivals> choose(Trace trace, int workflows) {
    List<Candidate> candidates = candidates(trace);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "trace %s has no calls, expected some to take arrivals from",
              trace.name()));
    }
    int suitable = (int) candidates.stream().filter(Candidate::isSuitable).count();
    List<Candidate> pool =
        new ArrayList<>(
            candidates.subList(0, Math.min(candidates.size(), Math.max(suitable, workflows))));
    pool.sort(Comparator.comparingDouble(Candidate::anHour).thenComparing(Candidate::name));
    List<RequestArrivals> chosen = new ArrayList<>();
    for (int w = 0; w < workflows; w++) {
      int rank =
          pool.size() < workflows ? w % pool.size() : (int) ((w + 0.5) / workflows * pool.size());
      chosen.add(of(trace, pool.get(rank)));
    }
    return chosen;
  }

  /** Functions with calls, the most suitable first. */
  private static List<Candidate> candidates(Trace trace) {
    int[] calls = new int[trace.functions().size()];
    for (int i = 0; i < trace.size() && !trace.follows(i); i++) {
      calls[trace.function(i)]++;
    }
    double hours = (double) trace.durationMicros() / TimeUnit.HOURS.toMicros(1);
    return IntStream.range(0, calls.length)
        .filter(f -> calls[f] > 0)
        .mapToObj(
            f -> {
              TraceFunction function = trace.functions().get(f);
              return new Candidate(
                  f,
                  function.spec().id().toString(),
                  calls[f] / hours,
                  function.trigger() == TriggerKind.TIMER);
            })
        .sorted(
            Comparator.comparing((Candidate c) -> !c.isSuitable())
                .thenComparing(Candidate::isTimer)
                .thenComparingDouble(Candidate::unsuitability)
                .thenComparing(Candidate::name))
        .toList();
  }

  private static RequestArrivals of(Trace trace, Candidate candidate) {
    ImmutableLongArray.Builder micros = ImmutableLongArray.builder();
    for (int i = 0; i < trace.size() && !trace.follows(i); i++) {
      if (trace.function(i) == candidate.index()) {
        micros.add(trace.offsetMicros(i));
      }
    }
    return new RequestArrivals(candidate.name(), micros.build(), trace.durationMicros());
  }
}
