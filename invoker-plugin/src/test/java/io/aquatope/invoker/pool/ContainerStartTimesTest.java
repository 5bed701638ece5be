/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts that are measured, and those that would mislead. */
final class ContainerStartTimesTest {

  private static final FunctionSpec PYTHON =
      new FunctionSpec(new FunctionId("guest", "guest/hello", "1"), "python:3", 256, 1);
  private static final FunctionSpec IMAGE =
      new FunctionSpec(new FunctionId("guest", "guest/image", "1"), "blackbox", 256, 1);

  private final SettableClock clock = new SettableClock();
  private final ContainerStartTimes times = new ContainerStartTimes(clock, () -> clock.nanos);
  private final List<ContainerStartTimes.Took> measured = new ArrayList<>();
  private int activations;

  @BeforeEach
  void listen() {
    times.reportTo(measured::add);
  }

  private String ordered(FunctionSpec function) {
    String id = "a" + activations++;
    times.ordered(
        new RunActivation(
            Actions.named("hello").run(id),
            new InvokedFunction(function, Actions.named("hello").action())),
        StartKind.COLD);
    return id;
  }

  private void start(FunctionSpec function, Duration wait) {
    String id = ordered(function);
    clock.pass(wait);
    Instant ran = clock.instant();
    clock.pass(Duration.ofSeconds(2));
    times.ran(id, ran);
  }

  @Test
  void aStartTakesFromTheOrderUntilTheFunctionRan() {
    start(PYTHON, Duration.ofMillis(800));

    assertThat(measured).extracting(ContainerStartTimes.Took::micros).containsExactly(800_000L);
  }

  /** Prevents that a clock that is set by an hour makes a start of an hour, or of none. */
  @Test
  void aStartDuringWhichTheClockWasSetIsLeftOut() {
    for (Duration step :
        List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(30))) {
      String id = ordered(PYTHON);
      clock.pass(Duration.ofMillis(800));
      clock.set(step);
      times.ran(id, clock.instant());
    }
    assertThat(measured).isEmpty();

    start(PYTHON, Duration.ofMillis(700));
    assertThat(measured).extracting(ContainerStartTimes.Took::micros).containsExactly(700_000L);
  }

  @Test
  void aClockThatIsSetWhileTheFunctionRunsIsNoticedToo() {
    String id = ordered(PYTHON);
    clock.pass(Duration.ofMillis(800));
    Instant ran = clock.instant();
    clock.set(Duration.ofMinutes(-5));
    clock.pass(Duration.ofSeconds(1));
    times.ran(id, ran);

    assertThat(measured).isEmpty();
  }

  @Test
  void aClockThatIsAdjustedWhileAFunctionRunsForLongIsFine() {
    String id = ordered(PYTHON);
    clock.pass(Duration.ofMillis(800));
    Instant ran = clock.instant();
    clock.pass(Duration.ofHours(2));
    clock.set(Duration.ofSeconds(3));
    times.ran(id, ran);

    assertThat(measured).hasSize(1);
  }

  /** Prevents that the first pull of an image is taken for what its starts take. */
  @Test
  void startsThatWaitForTheImageOfAnActionsOwnAreLeftOut() {
    String first = ordered(IMAGE);
    String second = ordered(IMAGE);
    clock.pass(Duration.ofMinutes(3));
    times.ran(first, clock.instant());
    times.ran(second, clock.instant());
    assertThat(measured).isEmpty();

    start(IMAGE, Duration.ofSeconds(1));
    assertThat(measured).extracting(ContainerStartTimes.Took::micros).containsExactly(1_000_000L);
  }

  private static final class SettableClock extends Clock {
    private long nanos = 7_000_000_000L;
    private Instant instant = Instant.parse("2025-01-01T00:00:00Z");

    void pass(Duration time) {
      nanos += time.toNanos();
      instant = instant.plus(time);
    }

    void set(Duration step) {
      instant = instant.plus(step);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return instant;
    }
  }
}
