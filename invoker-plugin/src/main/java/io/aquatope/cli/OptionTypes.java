/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Registers this project's types as types of options. */
final class OptionTypes {

  private OptionTypes() {}

  /**
   * @param parser of the user's text; throws {@link IllegalArgumentException} with the value and
   *     the expected form
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
