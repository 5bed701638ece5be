/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageMeasurement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What was seen of runs of {@code guest/hello}. */
final class Observations {

  private Observations() {}

  /** A run that succeeded with half a core. */
  static StageMeasurement ofRequest(String requestId) {
    return new StageMeasurement(
        new StageMeasurement.Activation(
            "activation", requestId, Instant.EPOCH, "guest", "guest/hello", "0.0.1"),
        new StageMeasurement.Resources(
            Optional.of(new CpuLimit(500)), false, 256, OptionalInt.empty()),
        new StageMeasurement.Timing(
            Instant.EPOCH, Duration.ofMillis(200), Duration.ZERO, Duration.ZERO, false),
        Optional.empty(),
        false,
        Outcome.SUCCESS);
  }
}
