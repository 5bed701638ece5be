/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.google.common.base.Preconditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The load of a replay: functions, and their activations in the order in which they arrive.
 *
 * <p>An activation either arrives at a fixed time, or follows another activation and arrives a
 * fixed time after the end of that one. Activations are kept in columns of primitives, 24 bytes
 * each, so a day of a large cluster fits into memory.
 */
public final class Trace {

  /**
   * The longest recorded period. A replay steps through the period second by second, with a plan in
   * each, so three years take hours. A longer period is an error in a file, such as a time of 1970
   * among current ones.
   */
  public static final Duration LONGEST = Duration.ofDays(1_100);

  /** Value instead of a cause: the activation arrives by itself. */
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

  /** A name for people: the file or generator of the trace. */
  public String name() {
    return name;
  }

  /** Date and time of day of offset 0, for models that use the calendar. */
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

  /**
   * The same load with the applications divided among several runtimes, for traces without
   * runtimes; a stem cell serves only one runtime.
   *
   * @param count number of runtimes, at least 1; the hash of an application's name selects its
   *     runtime
   */
  public Trace withRuntimes(int count) {
    Preconditions.checkArgument(count >= 1, "%s runtimes, expected at least 1", count);
    List<TraceFunction> divided = functions.stream().map(one -> one.withRuntime(count)).toList();
    return new Trace(
        name, start, durationMicros, divided, offsetMicros, function, runMicros, cause);
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
   * Arrival of activation {@code i}, in microseconds: from the start of the trace, or from the end
   * of its cause. Those that do not follow are in ascending order.
   */
  public long offsetMicros(int i) {
    return offsetMicros[i];
  }

  /** Run time of activation {@code i} in an initialised container, in microseconds. */
  public long runMicros(int i) {
    return runMicros[i];
  }

  /** Collects activations in any order of time. */
  public static final class Builder {

    /** 24 of the columns, 36 of those that replace them when they grow, and 12 to sort by. */
    private static final int BYTES_WHILE_MADE = 72;

    private final String name;
    private final Instant start;
    private final List<TraceFunction> functions;
    private long[] offsetMicros = new long[1024];
    private int[] function = new int[1024];
    private long[] runMicros = new long[1024];
    private int[] cause = new int[1024];
    private int size;

    /**
     * @param functions that are known from the start
     */
    public Builder(String name, Instant start, List<TraceFunction> functions) {
      this.name = name;
      this.start = start;
      this.functions = new ArrayList<>(functions);
    }

    /** A builder without functions; they are added when they are first seen. */
    public Builder(String name, Instant start) {
      this(name, start, List.of());
    }

    /**
     * Adds a function.
     *
     * @return its index
     */
    public int addFunction(TraceFunction added) {
      functions.add(added);
      return functions.size() - 1;
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
      Preconditions.checkElementIndex(causeNumber, Math.max(size, 0), "cause");
      return add(functionIndex, delayMicros, runsMicros, causeNumber);
    }

    private int add(int functionIndex, long offset, long runsMicros, int causeNumber) {
      Preconditions.checkState(size >= 0, "the trace is built already");
      Preconditions.checkElementIndex(functionIndex, functions.size(), "function");
      Preconditions.checkArgument(offset >= 0, "an activation at %s µs", offset);
      Preconditions.checkArgument(runsMicros >= 0, "an activation of %s µs", runsMicros);
      if (size == function.length) {
        checkMemory();
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

    /**
     * Checks memory before the columns grow: for the old ones, the new ones, and the sort order.
     */
    private void checkMemory() {
      Preconditions.checkArgument(
          size < Runtime.getRuntime().maxMemory() / BYTES_WHILE_MADE,
          "activation %s: so many do not fit into the memory of Java, %s MB",
          size,
          Runtime.getRuntime().maxMemory() >> 20);
    }

    /**
     * The trace, with the activations that arrive by themselves first, in order of time. Ends the
     * builder: it drops its columns one by one, so the peak is little more than the trace itself.
     */
    public Trace build(long durationMicros) {
      Preconditions.checkState(size >= 0, "the trace is built already");
      checkPeriod(durationMicros);
      int[] order = orderOfArrival();
      offsetMicros = permute(offsetMicros, order);
      runMicros = permute(runMicros, order);
      function = permute(function, order);
      cause = permute(cause, order);
      renumberCauses(order);
      Trace trace =
          new Trace(
              name,
              start,
              durationMicros,
              List.copyOf(functions),
              offsetMicros,
              function,
              runMicros,
              cause);
      size = -1;
      return trace;
    }

    private void checkPeriod(long durationMicros) {
      // Readers check the period and name the line; the last runs may end later.
      long longest = 2 * TimeUnit.MICROSECONDS.convert(LONGEST);
      Preconditions.checkArgument(
          durationMicros <= longest,
          "a trace of %s µs, expected at most %s",
          durationMicros,
          longest);
      for (int i = 0; i < size; i++) {
        Preconditions.checkArgument(
            offsetMicros[i] <= longest && runMicros[i] <= longest,
            "an activation at %s of %s µs, expected at most %s",
            offsetMicros[i],
            runMicros[i],
            longest);
      }
    }

    private static long[] permute(long[] column, int[] order) {
      long[] permuted = new long[order.length];
      Arrays.setAll(permuted, i -> column[order[i]]);
      return permuted;
    }

    private static int[] permute(int[] column, int[] order) {
      int[] permuted = new int[order.length];
      Arrays.setAll(permuted, i -> column[order[i]]);
      return permuted;
    }

    /** Roots by time and then by number; followers behind them, by number, so after their cause. */
    private int[] orderOfArrival() {
      int[] order = new int[size];
      int roots = 0;
      for (int i = 0; i < size; i++) {
        if (cause[i] == NO_CAUSE) {
          order[roots++] = i;
        }
      }
      int next = roots;
      for (int i = 0; i < size; i++) {
        if (cause[i] != NO_CAUSE) {
          order[next++] = i;
        }
      }
      TimeOrder.sort(order, roots, offsetMicros);
      return order;
    }

    private void renumberCauses(int[] order) {
      if (Arrays.stream(cause).allMatch(number -> number == NO_CAUSE)) {
        return;
      }
      int[] rank = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
      }
      Arrays.setAll(cause, i -> cause[i] == NO_CAUSE ? NO_CAUSE : rank[cause[i]]);
    }
  }
}
