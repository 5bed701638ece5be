/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FunctionLoadTest {

  @Test
  void tellsCallsPeakAndActiveTimeOfEachInterval() {
    FunctionLoad load = new FunctionLoad(Functions.of("f", 256, 1));
    load.started(10);
    load.started(20);
    load.completed(50);

    assertThat(load.tick(1, 100)).isEqualTo(new FunctionLoad.Interval(2, 2, 90 + 30));
    assertThat(load.tick(1, 150)).isEqualTo(new FunctionLoad.Interval(0, 1, 50));
  }

  @Test
  void callsThatShareAContainerNeedOne() {
    FunctionLoad load = new FunctionLoad(Functions.of("f", 256, 4));
    for (int i = 0; i < 5; i++) {
      load.started(0);
    }

    assertThat(load.tick(2, 10)).isEqualTo(new FunctionLoad.Interval(5, 2, 50));
  }

  @Test
  void callsThatFailedWithTheirContainerEndAtTheTick() {
    FunctionLoad load = new FunctionLoad(Functions.of("f", 256, 1));
    load.started(0);
    load.tick(0, 10);

    assertThat(load.tick(0, 20)).isEqualTo(new FunctionLoad.Interval(0, 0, 0));
  }
}
