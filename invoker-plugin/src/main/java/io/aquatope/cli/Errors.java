/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What users see when something is wrong: one line, and where to read on. */
final class Errors {

  private Errors() {}

  /** An option that does not exist, or a value that it cannot have. */
  static int wrongOptions(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
    command.getErr().println("Try '" + name + " --help'.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Files that cannot be read or written, and wrong contents; anything else is our mistake. */
  static int failed(Exception failure, CommandLine command, boolean debug) {
    String name = command.getCommandSpec().qualifiedName();
    boolean expected =
        failure instanceof IOException
            || failure instanceof UncheckedIOException
            || failure instanceof IllegalArgumentException;
    command.getErr().println(name + ": " + (expected ? failure.getMessage() : failure));
    if (debug || !expected) {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
