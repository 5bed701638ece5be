/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageMeasurement.Outcome;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InvokerMemberTest {

  @Test
  void aRunIsToldWithItsLimitAndWithoutItsStart() {
    assertThat(InvokerMember.stage(run(Optional.of(new CpuLimit(750)), false, Outcome.SUCCESS)))
        .isEqualTo(
            new StageReport(
                "a",
                "guest",
                "root",
                "guest/cart",
                new StageExecution(750, 256, 70, 10_400, 0.4, true, true, true)));
  }

  @Test
  void aRunWithoutALimitIsToldWithNone() {
    assertThat(
            InvokerMember.stage(run(Optional.empty(), false, Outcome.SUCCESS))
                .execution()
                .milliCores())
        .isZero();
  }

  @Test
  void aRunUnderALongRequestIdIsToldAllTheSame() {
    assertThat(
            InvokerMember.stage(run("x".repeat(8_000), Optional.empty(), false, Outcome.SUCCESS))
                .root())
        .hasSize(64);
  }

  @Test
  void aRunWhoseLimitChangedIsNotSteady() {
    StageReport told =
        InvokerMember.stage(run(Optional.of(new CpuLimit(750)), true, Outcome.SUCCESS));

    assertThat(told.execution().steady()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS,true",
    "APPLICATION_ERROR,true",
    "DEVELOPER_ERROR,false",
    "WHISK_ERROR,false",
  })
  void anErrorThatTheActionReturnsIsNoFailureOfItsLimits(Outcome outcome, boolean succeeded) {
    assertThat(InvokerMember.stage(run(Optional.empty(), false, outcome)).execution().succeeded())
        .isEqualTo(succeeded);
  }

  private static StageMeasurement run(Optional<CpuLimit> limit, boolean changed, Outcome outcome) {
    return run("root", limit, changed, outcome);
  }

  private static StageMeasurement run(
      String root, Optional<CpuLimit> limit, boolean changed, Outcome outcome) {
    return new StageMeasurement(
        new StageMeasurement.Activation(
            "a", root, Instant.ofEpochMilli(9_000), "guest", "guest/cart", "0.0.1"),
        new StageMeasurement.Resources(limit, changed, 256, OptionalInt.of(70)),
        new StageMeasurement.Timing(
            Instant.ofEpochMilli(10_000),
            Duration.ofMillis(400),
            Duration.ofMillis(100),
            Duration.ofMillis(30),
            true),
        Optional.empty(),
        false,
        outcome);
  }
}
