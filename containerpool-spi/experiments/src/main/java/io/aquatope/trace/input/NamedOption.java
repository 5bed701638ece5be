/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constant of an enum that users choose by its name. */
public interface NamedOption {

  /** The name that users write. */
  String label();

  /**
   * The constant of a name.
   *
   * @param kind of the constants, for the message
   * @throws IllegalArgumentException if the name is unknown; the message lists the known names
   */
  static <E extends Enum<E> & NamedOption> E parse(Class<E> type, String kind, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s '%s', expected one of %s",
                        kind,
                        name,
                        Arrays.stream(type.getEnumConstants())
                            .map(NamedOption::label)
                            .collect(Collectors.joining(", ")))));
  }
}
