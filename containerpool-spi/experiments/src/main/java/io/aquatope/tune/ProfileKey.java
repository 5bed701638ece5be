/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import java.util.Locale;

/** Key of one table of measurements: a function, its input and the instance type. */
record ProfileKey(String function, String input, String instanceType) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "function '%s', input '%s', instance type '%s'",
        function,
        input,
        instanceType);
  }
}
