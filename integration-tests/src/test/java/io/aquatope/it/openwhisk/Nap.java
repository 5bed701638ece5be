/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import io.aquatope.it.ActionRuntime;
import io.aquatope.testcontainers.Action;
import java.time.Duration;
import java.util.Map;

/** Actions that sleep as long as they are told, and return their activation's id. */
final class Nap {

  /** How long they take to initialise. */
  static final Duration INIT = Duration.ofMillis(300);

  private static final String CODE =
      """
      select(undef, undef, undef, %s);
      sub main {
        select(undef, undef, undef, $1 / 1000) if $_[0] =~ /"millis":\\s*(\\d+)/;
        return "{\\"activation\\": \\"$ENV{__OW_ACTIVATION_ID}\\"}";
      }
      """
          .formatted(INIT.toMillis() / 1000.0);

  private Nap() {}

  /** One of 128 MB. */
  static Action nap(String name) {
    return Action.of(name, ActionRuntime.KIND, CODE).withMemory(128);
  }

  /** An answer leaves before its container is free for the next call. */
  static void letContainerGetFree() throws InterruptedException {
    Thread.sleep(1000);
  }

  /** The parameters that tell it how long. */
  static Map<String, Long> sleeping(Duration time) {
    return Map.of("millis", time.toMillis());
  }
}
