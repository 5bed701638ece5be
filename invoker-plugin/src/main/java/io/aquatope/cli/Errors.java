/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What users see when something is wrong: one line, and where to read on. */
final class Errors {

  private Errors() {}

  /** Runs a command, and has what exceeds Java's memory end like any other error. */
  static int withinMemory(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      throw failure(
          parsed, "it takes more memory than Java has, %d MB: see -Xmx".formatted(megabytes), e);
    } catch (StackOverflowError e) {
      throw failure(parsed, "a file or an option is nested too deeply", e);
    }
  }

  private static ExecutionException failure(ParseResult parsed, String problem, Error cause) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return new ExecutionException(
        last.commandSpec().commandLine(), problem, new IOException(problem, cause));
  }

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
