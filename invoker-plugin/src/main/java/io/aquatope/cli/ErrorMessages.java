/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static java.util.Comparator.comparingInt;

import com.google.common.base.Ascii;
import io.aquatope.config.EditDistance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints errors for users: one line with the cause, and the place to read more. */
final class ErrorMessages {

  /**
   * Maximum length of a message, in characters. Libraries quote the text that they cannot parse,
   * which may be a whole line of a damaged file.
   */
  private static final int LONGEST = 4000;

  private static final Pattern UNKNOWN = Pattern.compile("Unknown option: '(--[\\w-]+)");
  private static final int MOST_TYPING_ERRORS = 3;

  private ErrorMessages() {}

  /** Runs a command. Handles an {@link OutOfMemoryError} like any other error. */
  static int withinMemory(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      throw failure(
          parsed,
          String.format(
              Locale.ROOT, "it takes more memory than Java has, %d MB: see -Xmx", megabytes),
          e);
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

  /** Reports an unknown option or an invalid value. */
  static int wrongOptions(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + bounded(String.valueOf(wrong.getMessage())));
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
      nearestOption(String.valueOf(wrong.getMessage()), command)
          .ifPresent(near -> command.getErr().println("Did you mean '" + near + "'?"));
    }
    command.getErr().println("Try '" + name + " --help'.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The option whose name is nearest to the unknown one in a message, if it is near. */
  private static Optional<String> nearestOption(String message, CommandLine command) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (!unknown.find()) {
      return Optional.empty();
    }
    String name = unknown.group(1);
    return command.getCommandSpec().optionsMap().keySet().stream()
        .filter(option -> option.startsWith("--"))
        .min(comparingInt(option -> EditDistance.between(option, name)))
        .filter(option -> EditDistance.between(option, name) <= MOST_TYPING_ERRORS);
  }

  /**
   * Reports unreadable, unwritable or malformed files. Any other exception is a bug of this
   * project.
   */
  static int failed(Exception failure, CommandLine command, ParseResult parsed, boolean debug) {
    String name = command.getCommandSpec().qualifiedName();
    boolean expected =
        failure instanceof IOException
            || failure instanceof UncheckedIOException
            || failure instanceof IllegalArgumentException;
    String problem = bounded(expected ? String.valueOf(failure.getMessage()) : failure.toString());
    command.getErr().println(name + ": " + problem + unnamed(inputs(parsed), problem));
    if (debug || !expected) {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String bounded(String message) {
    return Ascii.truncate(message, LONGEST, "… (" + message.length() + " characters)");
  }

  /** The files that were read, if the message names none of them. */
  private static String unnamed(List<Path> inputs, String problem) {
    return inputs.isEmpty() || inputs.stream().anyMatch(file -> problem.contains(file.toString()))
        ? ""
        : inputs.stream().map(Path::toString).collect(Collectors.joining(", ", " (from ", ")"));
  }

  private static List<Path> inputs(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    List<Path> inputs = new ArrayList<>();
    for (OptionSpec option : last.matchedOptions()) {
      Object value = option.getValue();
      Collection<?> values = value instanceof Collection<?> several ? several : List.of();
      for (Object one : value instanceof Path ? List.of(value) : values) {
        if (one instanceof Path file && Files.exists(file)) {
          inputs.add(file);
        }
      }
    }
    return inputs;
  }
}
