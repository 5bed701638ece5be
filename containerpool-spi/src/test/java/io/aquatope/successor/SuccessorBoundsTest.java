/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SuccessorBoundsTest {

  private record Call(FunctionSpec function, long root) implements Activation {}

  private final AtomicInteger release = new AtomicInteger();
  private final Successors successors =
      new Successors(
          new SuccessorSettings(
              new SuccessorBounds(3, 16, 4, 16, 16),
              new SuccessorEvidence(32, TimeUnit.SECONDS.toMicros(10), 1, 0.05)),
          KnownFollowers.NONE,
          release::incrementAndGet);

  @Test
  void functionsAndRequestsThatAreForgottenForOthersAreTold() {
    for (int i = 0; i < 3; i++) {
      call("a" + i, i);
    }
    assertThat(release).hasValue(0);

    for (int i = 3; i < 6; i++) {
      call("a" + i, i);
    }
    assertThat(release).as("three functions and two requests").hasValue(5);
    assertThat(successors.size()).isEqualTo(7);
  }

  private void call(String action, long root) {
    successors.arrived(
        new Call(new FunctionSpec(new FunctionId("ns", action, "1"), "nodejs:20", 256, 1), root),
        1 + root);
  }
}
