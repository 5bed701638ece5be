/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.TriggerKind;
import io.aquatope.trace.input.CsvRow;
import io.aquatope.trace.input.RandomStreams;
import io.aquatope.trace.input.TraceFormatException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * The functions of a trace that is being built, and their calls.
 *
 * <p>Calls are spread uniformly within their minute. A timer fires at one second of the minute,
 * drawn once for the function. If it is called more than once in a minute, its period is too short
 * for counts per minute, and the calls of that minute are spread as well.
 */
final class Azure2019Functions {

  private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
  private static final int SECONDS = 60;

  /** The data set does not contain runtimes; one for all functions lets each use any stem cell. */
  private static final String KIND = "azure";

  /** The owner of functions in files without owners. */
  private static final String OWNER = "guest";

  /** Use 0 of a function's random numbers; its days are counted from 1. */
  private static final int TIMER = 0;

  private final Azure2019Catalog catalog;
  private final RandomStreams random;
  private final Trace.Builder trace;
  private final Map<FunctionId, Integer> indexes = new HashMap<>();
  private final Set<List<Object>> daysOfFunctions = new HashSet<>();

  Azure2019Functions(Azure2019Catalog catalog, RandomStreams random, Trace.Builder trace) {
    this.catalog = catalog;
    this.random = random;
    this.trace = trace;
  }

  /**
   * Adds the calls of the function of a row.
   *
   * @param begins of minutes, in microseconds from the start of the trace
   * @param counts of calls in each of these minutes
   */
  void addCalls(int day, CsvRow row, long[] begins, int[] counts) throws TraceFormatException {
    FunctionId id = id(row);
    TriggerKind trigger = trigger(row);
    if (!daysOfFunctions.add(List.of(id, day))) {
      throw row.bad("second line for function " + id + ", expected one");
    }
    int index = indexes.computeIfAbsent(id, added -> addFunction(added, day, row, trigger));
    DurationPercentiles durations = catalog.durations(day, row);
    long second = TimeUnit.SECONDS.toMicros(random.of(id.toString(), TIMER).nextInt(SECONDS));
    SplittableRandom ofDay = random.of(id.toString(), day);
    for (int minute = 0; minute < counts.length; minute++) {
      boolean onTheSecond = trigger == TriggerKind.TIMER && counts[minute] == 1;
      for (int call = 0; call < counts[minute]; call++) {
        long offset = onTheSecond ? second : ofDay.nextLong(MINUTE);
        trace.add(index, begins[minute] + offset, durations.drawMicros(ofDay));
      }
    }
  }

  private int addFunction(FunctionId id, int day, CsvRow row, TriggerKind trigger) {
    FunctionSpec spec = new FunctionSpec(id, KIND, catalog.memoryMb(day, row), 1);
    return trace.addFunction(
        new TraceFunction(spec, row.text("HashApp"), trigger, OptionalLong.empty()));
  }

  private static FunctionId id(CsvRow row) {
    String owner = row.text("HashOwner");
    String app = row.text("HashApp");
    String function = row.text("HashFunction");
    return new FunctionId(
        owner.isEmpty() ? OWNER : owner, app.isEmpty() ? function : app + "/" + function, "");
  }

  private static TriggerKind trigger(CsvRow row) throws TraceFormatException {
    String text = row.text("Trigger").strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "" -> TriggerKind.UNKNOWN;
      case "http" -> TriggerKind.HTTP;
      case "timer" -> TriggerKind.TIMER;
      case "queue" -> TriggerKind.QUEUE;
      case "event" -> TriggerKind.EVENT;
      case "storage" -> TriggerKind.STORAGE;
      case "orchestration" -> TriggerKind.ORCHESTRATION;
      case "others" -> TriggerKind.OTHER;
      default ->
          throw row.bad(
              String.format(
                  Locale.ROOT,
                  "Trigger is '%s', expected http, timer, queue, event, storage, orchestration or others",
                  text));
    };
  }
}
