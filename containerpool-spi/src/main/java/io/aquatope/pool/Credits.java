/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Counts how many activations have been dealt with, and tells the driver so exactly once for each.
 *
 * <p>While activations wait in the buffer none is asked for, so that the invoker does not hoard
 * what others could run; what is owed is paid when the buffer is empty.
 */
final class Credits {

  private final ContainerDriver driver;

  /** Negative after an activation was thought to have ended and then came back. */
  private long owed;

  Credits(ContainerDriver driver) {
    this.driver = driver;
  }

  void add(int activations) {
    owed += activations;
  }

  void takeBack() {
    owed--;
  }

  void pay() {
    for (; owed > 0; owed--) {
      driver.ready();
    }
  }
}
