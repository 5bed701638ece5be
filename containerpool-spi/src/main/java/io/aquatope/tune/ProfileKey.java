/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

/** What one table of measurements is about: a function, its input and the machine it ran on. */
record ProfileKey(String function, String input, String instanceType) {

  @Override
  public String toString() {
    return "function '%s', input '%s', instance type '%s'".formatted(function, input, instanceType);
  }
}
