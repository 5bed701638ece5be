/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the activations that have been dealt with, and reports each of them to the driver exactly
 * once.
 *
 * <p>When a container announces its end, the fate of its activations is open until the container
 * hands them back or has gone. While activations wait in the buffer, the pool requests no new ones,
 * so that the invoker does not hoard work that others could run. The pool requests the outstanding
 * ones when the buffer is empty.
 */
final class ActivationCredits {

  private final ContainerDriver driver;

  /** For each container that is ending, the number of activations that it may still hand back. */
  private final Map<ContainerId, Integer> open = new HashMap<>();

  /** Negative after an activation that was counted as ended was handed back. */
  private long owed;

  ActivationCredits(ContainerDriver driver) {
    this.driver = driver;
  }

  /** Activations have ended, successfully or not. */
  void dealtWith(int activations) {
    owed += activations;
  }

  /** A container ends, and may hand back this many activations. */
  void ending(ContainerId id, int activations) {
    if (activations > 0) {
      open.put(id, activations);
    }
  }

  /** A container that the pool has forgotten has handed back an activation. */
  void handedBack(ContainerId id) {
    Integer left = open.get(id);
    if (left == null) {
      owed--;
    } else if (left == 1) {
      open.remove(id);
    } else {
      open.put(id, left - 1);
    }
  }

  /** A container has gone. The activations that it has not handed back have failed in it. */
  void gone(ContainerId id) {
    Integer failed = open.remove(id);
    if (failed != null) {
      owed += failed;
    }
  }

  void pay() {
    for (; owed > 0; owed--) {
      driver.ready();
    }
  }
}
