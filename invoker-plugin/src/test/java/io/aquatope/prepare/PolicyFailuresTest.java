/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PolicyFailuresTest {

  private final List<String> log = new ArrayList<>();
  private final Map<Metric, Long> values = new EnumMap<>(Metric.class);
  private final PolicyFailures failures = new PolicyFailures("aquatope", new Recorded(), log::add);

  /** Only the first failure of all was told: that of another kind was never seen. */
  @Test
  void theFirstFailureOfEachKindIsLoggedWithItsCalls() {
    failures.accept(one());
    failures.accept(other());

    assertThat(log).hasSize(2);
    assertThat(log.get(0))
        .startsWith("policy aquatope failed: java.lang.IllegalStateException: x\n\tat ");
    assertThat(log.get(1)).contains("PolicyFailuresTest.other(");
    assertThat(failures.any()).isTrue();
  }

  @Test
  void ofMoreOfAKindEverFewerAreLoggedWithTheirNumber() {
    for (int i = 0; i < 100_000; i++) {
      failures.accept(one());
    }

    assertThat(log).hasSize(17);
    assertThat(log.get(16)).contains("for the 65536th time").doesNotContain("\n");
    assertThat(values)
        .containsEntry(Metric.FALLBACK_ANSWERS, 100_000L)
        .containsEntry(Metric.FALLBACK_POLICY, 1L);
  }

  /** Else code that throws from ever other places would fill the disk and the heap. */
  @Test
  void notMoreThanSoManyKindsAreToldApart() {
    for (int i = 0; i < 100_000; i++) {
      IllegalStateException failure = new IllegalStateException("x");
      failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("C", "m" + i, "C", i)});
      failures.accept(failure);
    }

    assertThat(log).hasSizeLessThan(64 + 18);
  }

  @Test
  void aMessageForgesNoLineAndAStackThatOverflowedIsCut() {
    RuntimeException failure = new RuntimeException("a\n[ERROR] forged " + "x".repeat(1_000_000));
    StackTraceElement call = new StackTraceElement("C", "m", "C", 1);
    StackTraceElement[] calls = new StackTraceElement[1024];
    java.util.Arrays.fill(calls, call);
    failure.setStackTrace(calls);

    failures.accept(failure);

    assertThat(log.get(0)).hasSizeLessThan(2_000).doesNotContain("\n[ERROR]");
  }

  @Test
  void nothingIsShownBeforeTheFirst() {
    assertThat(failures.any()).isFalse();
    assertThat(values).containsEntry(Metric.FALLBACK_POLICY, 0L);
  }

  private static Throwable one() {
    return new IllegalStateException("x");
  }

  private static Throwable other() {
    return new IllegalStateException("y");
  }

  private final class Recorded implements MetricSink {

    @Override
    public void count(Metric counter, long times) {
      values.merge(counter, times, Long::sum);
    }

    @Override
    public void countFor(String tag, Metric counter) {
      throw new AssertionError(counter);
    }

    @Override
    public void set(Metric gauge, long value) {
      values.put(gauge, value);
    }

    @Override
    public void record(Metric histogram, long value) {
      throw new AssertionError(histogram);
    }
  }
}
