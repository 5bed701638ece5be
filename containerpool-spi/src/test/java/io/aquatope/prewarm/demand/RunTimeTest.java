/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RunTimeTest {

  private static final long SECOND = 1_000_000;

  @Test
  void theMeanIsBusyTimeOverCalls() {
    RunTime runTime = new RunTime();
    for (int window = 0; window < 100; window++) {
      for (int call = 0; call < 3; call++) {
        long at = (window * 60L + call * 10L) * SECOND;
        runTime.called();
        runTime.busy(1, at);
        runTime.busy(0, at + 2 * SECOND);
      }
      runTime.close((window + 1) * 60L * SECOND);
    }

    assertThat(runTime.meanSeconds()).isCloseTo(2, within(0.02));
  }
}
