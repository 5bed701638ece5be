/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Makes types of our own usable as types of options. */
final class OptionTypes {

  private OptionTypes() {}

  /**
   * @param parser from what the user wrote; throws {@link IllegalArgumentException} with the value
   *     and what was expected
   */
  static <T> void register(CommandLine commandLine, Class<T> type, Function<String, T> parser) {
    commandLine.registerConverter(
        type,
        text -> {
          try {
            return parser.apply(text);
          } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
          }
        });
  }
}
