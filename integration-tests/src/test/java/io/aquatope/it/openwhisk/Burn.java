/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import io.aquatope.it.ActionRuntime;
import io.aquatope.testcontainers.Action;
import java.time.Duration;

/** Actions that use one core for so much CPU time, so that they take longer under a limit. */
final class Burn {

  private Burn() {}

  static Action burn(String name, Duration cpuTime, int memoryMb) {
    String code =
        """
        sub used { my ($user, $system) = times; return $user + $system; }
        sub main {
          my $end = used() + %s;
          while (used() < $end) { for my $n (1 .. 2000) { $n * $n } }
          return '{}';
        }
        """
            .formatted(cpuTime.toMillis() / 1000.0);
    return Action.of(name, ActionRuntime.KIND, code).withMemory(memoryMb);
  }
}
