/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import io.aquatope.pool.FunctionId;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.TraceFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trace of activation records, which may be in any order. A replay steps through time
 * second by second, so one record with a wrong year would make a replay of decades.
 */
final class RecordedActivations {

  /**
   * The data of an activation that is kept until the first arrival and all cold starts are known.
   */
  private record Call(int function, long arrivalMillis, long runMillis) {}

  private static final class Function {
    private final int index;
    private final ActivationRecord first;
    private final ColdStartEstimate coldStart = new ColdStartEstimate();

    Function(int index, ActivationRecord first) {
      this.index = index;
      this.first = first;
    }

    TraceFunction toTraceFunction() {
      String action = first.function().id().action();
      int name = action.lastIndexOf('/');
      return new TraceFunction(
          first.function(),
          name < 0 ? action : action.substring(0, name),
          first.inSequence() ? TriggerKind.ORCHESTRATION : TriggerKind.UNKNOWN,
          coldStart.micros());
    }
  }

  private final String traceName;
  private @Nullable ActivationRecord earliest;
  private @Nullable ActivationRecord latest;
  private final Map<FunctionId, Function> functions = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();

  RecordedActivations(String traceName) {
    this.traceName = traceName;
  }

  void add(ActivationRecord activation) {
    Function function =
        functions.computeIfAbsent(
            activation.function().id(), id -> new Function(functions.size(), activation));
    function.coldStart.add(activation);
    if (earliest == null || activation.arrivalMillis() < earliest.arrivalMillis()) {
      earliest = activation;
    }
    if (latest == null || activation.arrivalMillis() > latest.arrivalMillis()) {
      latest = activation;
    }
    calls.add(new Call(function.index, activation.arrivalMillis(), activation.runMillis()));
  }

  /**
   * The trace.
   *
   * @throws TraceFormatException if the records are too far apart for one trace
   */
  Trace trace() throws TraceFormatException {
    long first = earliest == null ? 0 : earliest.arrivalMillis();
    if (earliest != null && latest != null) {
      checkPeriod(earliest, latest);
    }
    Instant start = Instant.ofEpochMilli(first).truncatedTo(ChronoUnit.MINUTES);
    Trace.Builder trace =
        new Trace.Builder(
            traceName, start, functions.values().stream().map(Function::toTraceFunction).toList());
    long end = 0;
    for (Call call : calls) {
      long at = TimeUnit.MILLISECONDS.toMicros(call.arrivalMillis - start.toEpochMilli());
      long runs = TimeUnit.MILLISECONDS.toMicros(call.runMillis);
      trace.add(call.function, at, runs);
      end = Math.max(end, at + runs);
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
