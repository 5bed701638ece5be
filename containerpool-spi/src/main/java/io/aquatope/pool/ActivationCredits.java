/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many activations have been dealt with, and tells the driver so exactly once for each.
 *
 * <p>What a container had when it announced its end is an open question until it hands it back or
 * has gone. While activations wait in the buffer none is asked for, so that the invoker does not
 * hoard what others could run; what is owed is paid when the buffer is empty.
 */
final class ActivationCredits {

  private final ContainerDriver driver;

  /** How many activations each container that is ending may still hand back. */
  private final Map<ContainerId, Integer> open = new HashMap<>();

  /** Negative after an activation was thought to have ended and then came back. */
  private long owed;

  ActivationCredits(ContainerDriver driver) {
    this.driver = driver;
  }

  /** Activations have ended, well or badly. */
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

  /** A container has gone: what it has not handed back has failed there. */
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
