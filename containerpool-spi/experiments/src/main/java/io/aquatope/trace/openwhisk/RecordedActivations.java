/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.pool.FunctionId;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.TraceFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trace of activation records, which may be in any order. A replay steps through time
 * second by second, so one record with a wrong year would make a replay of decades.
 *
 * <p>The data of an activation are kept until the first arrival and all cold starts are known.
 */
final class RecordedActivations {

  private static final class Function {
    private final int index;
    private final ActivationRecord first;
    private final ContainerStarts starts;

    Function(int index, ActivationRecord first) {
      this.index = index;
      this.first = first;
      this.starts = new ContainerStarts(first.function().kind());
    }

    TraceFunction toTraceFunction(ColdStartEstimate coldStarts) {
      String action = first.function().id().action();
      int name = action.lastIndexOf('/');
      return new TraceFunction(
          first.function(),
          name < 0 ? action : action.substring(0, name),
          first.inSequence() ? TriggerKind.ORCHESTRATION : TriggerKind.UNKNOWN,
          coldStarts.micros(starts));
    }
  }

  private final String traceName;
  private @Nullable ActivationRecord earliest;
  private @Nullable ActivationRecord latest;
  private final Map<FunctionId, Function> functions = new LinkedHashMap<>();
  private final ImmutableIntArray.Builder function = ImmutableIntArray.builder();
  private final ImmutableLongArray.Builder arrivalMillis = ImmutableLongArray.builder();
  private final ImmutableLongArray.Builder runMillis = ImmutableLongArray.builder();

  RecordedActivations(String traceName) {
    this.traceName = traceName;
  }

  void add(ActivationRecord activation) {
    Function called =
        functions.computeIfAbsent(
            activation.function().id(), id -> new Function(functions.size(), activation));
    called.starts.add(activation);
    if (earliest == null || activation.arrivalMillis() < earliest.arrivalMillis()) {
      earliest = activation;
    }
    if (latest == null || activation.arrivalMillis() > latest.arrivalMillis()) {
      latest = activation;
    }
    function.add(called.index);
    arrivalMillis.add(activation.arrivalMillis());
    runMillis.add(activation.runMillis());
  }

  /** The estimate of cold starts from all records so far. */
  ColdStartEstimate coldStarts() {
    return new ColdStartEstimate(functions.values().stream().map(one -> one.starts).toList());
  }

  /**
   * The period that most records are of, as it is not longer than a trace may be: half of the
   * longest one before and behind the median.
   */
  ArrivalPeriod usualPeriod() {
    return ArrivalPeriod.around(arrivalMillis.build());
  }

  /**
   * The trace of the arrivals within a period.
   *
   * @throws TraceFormatException if the records are too far apart for one trace
   */
  Trace trace(ColdStartEstimate coldStarts, ArrivalPeriod period) throws TraceFormatException {
    ImmutableLongArray arrivals = arrivalMillis.build();
    if (period.equals(ArrivalPeriod.ALL) && earliest != null && latest != null) {
      checkPeriod(earliest, latest);
    }
    long first = arrivals.stream().filter(period::contains).min().orElse(0);
    Instant start = Instant.ofEpochMilli(first).truncatedTo(ChronoUnit.MINUTES);
    List<TraceFunction> called =
        functions.values().stream().map(one -> one.toTraceFunction(coldStarts)).toList();
    Trace.Builder trace = new Trace.Builder(traceName, start, called);
    ImmutableIntArray indexes = function.build();
    ImmutableLongArray runs = runMillis.build();
    long end = 0;
    for (int i = 0; i < arrivals.length(); i++) {
      if (period.contains(arrivals.get(i))) {
        long at = TimeUnit.MILLISECONDS.toMicros(arrivals.get(i) - start.toEpochMilli());
        long run = TimeUnit.MILLISECONDS.toMicros(runs.get(i));
        trace.add(indexes.get(i), at, run);
        end = Math.max(end, at + run);
      }
    }
    return trace.build(end);
  }

  private static void checkPeriod(ActivationRecord earliest, ActivationRecord latest)
      throws TraceFormatException {
    Instant begin = Instant.ofEpochMilli(earliest.arrivalMillis());
    Instant end = Instant.ofEpochMilli(latest.arrivalMillis());
    if (Duration.between(begin, end).compareTo(Trace.LONGEST) > 0) {
      ActivationRecord.Place place = earliest.place();
      throw TraceFormatException.at(
          place.file(),
          place.line(),
          String.format(
              Locale.ROOT,
              "the first activation is of %s and the last one, at %s, of %s, %d days later; expected at most %d days",
              begin,
              latest.place(),
              end,
              Duration.between(begin, end).toDays(),
              Trace.LONGEST.toDays()));
    }
  }
}
