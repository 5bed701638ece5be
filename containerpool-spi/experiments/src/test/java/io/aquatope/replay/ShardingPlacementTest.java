/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static io.aquatope.replay.Traces.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.trace.TraceFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardingPlacementTest {

  private static ShardingPlacement placement(int invokers, long memoryMb, TraceFunction... fs) {
    return new ShardingPlacement(
        List.of(fs), new ReplayConfig(memoryMb, invokers, ColdStart.DEFAULT, 42));
  }

  /** The hash of OpenWhisk: absolute value of the xor of the two strings' hash codes. */
  private static int hash(String namespace, String action) {
    return Math.abs(namespace.hashCode() ^ action.hashCode());
  }

  @Test
  void stepsArePairwiseCoprimeAndCoprimeToTheNumberOfInvokers() {
    assertThat(ShardingPlacement.pairwiseCoprimesUntil(1)).containsExactly(1);
    assertThat(ShardingPlacement.pairwiseCoprimesUntil(9)).containsExactly(1, 2, 5, 7);
    assertThat(ShardingPlacement.pairwiseCoprimesUntil(10)).containsExactly(1, 3, 7);
  }

  @Test
  void aFunctionStaysAtHomeWhileThereIsMemory() {
    ShardingPlacement placement = placement(10, 1024, function("f", 256));
    int home = hash("guest", "f") % 10;

    for (int i = 0; i < 4; i++) {
      assertThat(placement.acquire(0)).isEqualTo(home);
    }
  }

  @Test
  void whatDoesNotFitGoesOneStepOn() {
    ShardingPlacement placement = placement(10, 512, function("f", 512));
    int home = hash("guest", "f") % 10;
    int step = ShardingPlacement.pairwiseCoprimesUntil(10).get(hash("guest", "f") % 3);

    assertThat(placement.acquire(0)).isEqualTo(home);
    assertThat(placement.acquire(0)).isEqualTo((home + step) % 10);
    placement.release(0, home);
    assertThat(placement.acquire(0)).isEqualTo(home);
  }

  @Test
  void anOverloadedClusterGetsWorkAllTheSame() {
    ShardingPlacement placement = placement(3, 512, function("f", 512));
    Set<Integer> filled = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      filled.add(placement.acquire(0));
    }
    assertThat(filled).containsExactlyInAnyOrder(0, 1, 2);

    int overloaded = placement.acquire(0);
    assertThat(overloaded).isBetween(0, 2);
    placement.release(0, overloaded);
    int other = (overloaded + 1) % 3;
    placement.release(0, other);
    assertThat(placement.acquire(0)).isEqualTo(other);
  }

  @Test
  void concurrentActivationsShareTheMemoryOfOneContainer() {
    ShardingPlacement placement = placement(10, 256, function("f", 256, 3));
    int home = hash("guest", "f") % 10;
    for (int i = 0; i < 3; i++) {
      assertThat(placement.acquire(0)).isEqualTo(home);
    }
    int next = placement.acquire(0);
    assertThat(next).isNotEqualTo(home);

    for (int i = 0; i < 3; i++) {
      placement.release(0, home);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(placement.acquire(0)).isEqualTo(home);
    }
  }
}
