/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.base.Preconditions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A load to replay: functions, and their activations in the order in which they arrive.
 *
 * <p>An activation either arrives at a time, or follows another one: then it arrives some time
 * after that one's end, whenever that is. Activations are kept in columns of primitives, 24 bytes
 * each, so that a day of a large cluster fits into memory.
 */
public final class Trace {

  /** In place of a cause: the activation arrives by itself. */
  public static final int NO_CAUSE = -1;

  private final String name;
  private final Instant start;
  private final long durationMicros;
  private final List<TraceFunction> functions;
  private final long[] offsetMicros;
  private final int[] function;
  private final long[] runMicros;
  private final int[] cause;

  private Trace(
      String name,
      Instant start,
      long durationMicros,
      List<TraceFunction> functions,
      long[] offsetMicros,
      int[] function,
      long[] runMicros,
      int[] cause) {
    this.name = name;
    this.start = start;
    this.durationMicros = durationMicros;
    this.functions = functions;
    this.offsetMicros = offsetMicros;
    this.function = function;
    this.runMicros = runMicros;
    this.cause = cause;
  }

  /** For people: the file or generator that it comes from. */
  public String name() {
    return name;
  }

  /** Time of day and date of offset 0, for models that know the calendar. */
  public Instant start() {
    return start;
  }

  /** Length of the recorded period, in microseconds. */
  public long durationMicros() {
    return durationMicros;
  }

  /** The functions; activations refer to them by index. */
  public List<TraceFunction> functions() {
    return functions;
  }

  /** Number of activations. */
  public int size() {
    return offsetMicros.length;
  }

  /** Index of the function of activation {@code i}. */
  public int function(int i) {
    return function[i];
  }

  /** Whether activation {@code i} arrives some time after the end of another one. */
  public boolean follows(int i) {
    return cause[i] != NO_CAUSE;
  }

  /** The activation that {@code i} follows, or {@link #NO_CAUSE}; always less than {@code i}. */
  public int cause(int i) {
    return cause[i];
  }

  /**
   * When activation {@code i} arrives, in microseconds: from the start of the trace, or from the
   * end of its cause. Those that do not follow are in ascending order.
   */
  public long offsetMicros(int i) {
    return offsetMicros[i];
  }

  /** How long activation {@code i} runs in an initialised container, in microseconds. */
  public long runMicros(int i) {
    return runMicros[i];
  }

  /** Collects activations in any order of time. */
  public static final class Builder {

    private final String name;
    private final Instant start;
    private final List<TraceFunction> functions;
    private long[] offsetMicros = new long[1024];
    private int[] function = new int[1024];
    private long[] runMicros = new long[1024];
    private int[] cause = new int[1024];
    private int size;

    /**
     * @param functions of the whole trace
     */
    public Builder(String name, Instant start, List<TraceFunction> functions) {
      this.name = name;
      this.start = start;
      this.functions = List.copyOf(functions);
    }

    /**
     * Adds an activation that arrives by itself.
     *
     * @return its number, to be used as the cause of others
     */
    public int add(int functionIndex, long atMicros, long runsMicros) {
      return add(functionIndex, atMicros, runsMicros, NO_CAUSE);
    }

    /** Adds an activation that arrives {@code delayMicros} after the end of another one. */
    public int addFollower(int functionIndex, int causeNumber, long delayMicros, long runsMicros) {
      Preconditions.checkElementIndex(causeNumber, size, "cause");
      return add(functionIndex, delayMicros, runsMicros, causeNumber);
    }

    private int add(int functionIndex, long offset, long runsMicros, int causeNumber) {
      Preconditions.checkElementIndex(functionIndex, functions.size(), "function");
      Preconditions.checkArgument(offset >= 0, "an activation at %s µs", offset);
      Preconditions.checkArgument(runsMicros >= 0, "an activation of %s µs", runsMicros);
      if (size == function.length) {
        int capacity = Math.addExact(size, size / 2);
        offsetMicros = Arrays.copyOf(offsetMicros, capacity);
        function = Arrays.copyOf(function, capacity);
        runMicros = Arrays.copyOf(runMicros, capacity);
        cause = Arrays.copyOf(cause, capacity);
      }
      offsetMicros[size] = offset;
      function[size] = functionIndex;
      runMicros[size] = runsMicros;
      cause[size] = causeNumber;
      return size++;
    }

    /** The trace, with what arrives by itself first and in order of time. */
    public Trace build(long durationMicros) {
      int[] order = orderOfArrival();
      int[] rank = new int[size];
      for (int i = 0; i < size; i++) {
        rank[order[i]] = i;
      }
      long[] offsets = new long[size];
      int[] functionIndexes = new int[size];
      long[] runs = new long[size];
      int[] causes = new int[size];
      for (int i = 0; i < size; i++) {
        int number = order[i];
        offsets[i] = offsetMicros[number];
        functionIndexes[i] = function[number];
        runs[i] = runMicros[number];
        causes[i] = cause[number] == NO_CAUSE ? NO_CAUSE : rank[cause[number]];
      }
      return new Trace(
          name, start, durationMicros, functions, offsets, functionIndexes, runs, causes);
    }

    /** Roots by time and then by number; followers behind them, by number, so after their cause. */
    private int[] orderOfArrival() {
      int followers = 0;
      for (int i = 0; i < size; i++) {
        followers += cause[i] == NO_CAUSE ? 0 : 1;
      }
      int roots = size - followers;
      Integer[] byTime = new Integer[roots];
      int[] order = new int[size];
      int root = 0;
      int follower = roots;
      for (int i = 0; i < size; i++) {
        if (cause[i] == NO_CAUSE) {
          byTime[root++] = i;
        } else {
          order[follower++] = i;
        }
      }
      Arrays.parallelSort(byTime, (a, b) -> Long.compare(offsetMicros[a], offsetMicros[b]));
      for (int i = 0; i < roots; i++) {
        order[i] = byTime[i];
      }
      return order;
    }
  }
}
