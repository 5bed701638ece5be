/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What an arrival costs {@link Successors}, and what it costs to be told all that is expected.
 *
 * <p>Of the functions, half are called by roots of their own, and half are in workflows of five
 * stages; roots begin ten times a second, the stages of a workflow are a second apart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SuccessorsBenchmark {

  private static final int STAGES = 5;
  private static final long STEP_MICROS = TimeUnit.MILLISECONDS.toMicros(100);
  private static final int STEPS_TO_NEXT_STAGE = 10;

  @Param({"100", "1000", "4000"})
  int functions;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Successors successors =
      new Successors(SuccessorSettings.DEFAULT, KnownFollowers.NONE);
  private final List<List<SuccessorFixture.Call>> agenda = new ArrayList<>();
  private long roots;
  private int step;
  private int next;

  /** Learns from twenty calls of each function. */
  @Setup
  public void learn() {
    for (int i = 0; i <= STAGES * STEPS_TO_NEXT_STAGE; i++) {
      agenda.add(new ArrayList<>());
    }
    for (int i = 0; i < 20 * functions; i++) {
      arrive();
    }
  }

  /** One arrival. */
  @Benchmark
  public void arrive() {
    while (next == today().size()) {
      today().clear();
      next = 0;
      step++;
      begin(random.nextInt(functions));
    }
    successors.arrived(today().get(next++), step * STEP_MICROS);
  }

  /** All that is expected, with a few dozen workflows in flight. */
  @Benchmark
  public void expected(Blackhole blackhole) {
    successors.visitExpected(
        step * STEP_MICROS,
        (function, probability, from, to, count) -> blackhole.consume(probability));
  }

  private List<SuccessorFixture.Call> today() {
    return agenda.get(step % agenda.size());
  }

  private void begin(int function) {
    roots++;
    int first = function < functions / 2 ? function : function - function % STAGES;
    int stages = function < functions / 2 ? 1 : STAGES;
    for (int i = 0; i < stages; i++) {
      agenda
          .get((step + i * STEPS_TO_NEXT_STAGE) % agenda.size())
          .add(
              new SuccessorFixture.Call(
                  SuccessorFixture.function("ns", "f" + (first + i), "1", 1), roots));
    }
  }
}
