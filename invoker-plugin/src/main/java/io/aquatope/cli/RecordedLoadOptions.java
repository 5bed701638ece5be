/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.replay.ReplayConfig;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.trace.input.StatedAssumptions;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for recorded load, of all commands that read it. */
final class RecordedLoadOptions {

  private static final long MOST_MB = 1 << 20;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--skip-bad-lines",
      description =
          "Leave out lines that cannot be read, and print their number. By default such a line is"
              + " an error.")
  private boolean skipBadLines;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "The run time of each call, for example 150ms, if the load has no run times. Has no"
              + " effect on calls whose run time is recorded.")
  private @Nullable Duration duration;

  @Option(
      names = "--function-memory",
      paramLabel = "SIZE",
      description =
          "The memory of each function, for example 256MB, if the load has no memory. Has no effect"
              + " on functions whose memory is recorded.")
  private @Nullable MemorySize memory;

  /** The choices that the options make. */
  ReaderOptions toReaderOptions() {
    return new ReaderOptions(skipBadLines, new StatedAssumptions(runMicros(), memoryMb()));
  }

  private OptionalLong runMicros() {
    if (duration == null) {
      return OptionalLong.empty();
    }
    if (duration.compareTo(Duration.ofDays(14)) > 0) {
      throw wrong("--duration is '" + duration + "', expected at most 14d");
    }
    return OptionalLong.of(TimeUnit.MICROSECONDS.convert(duration));
  }

  private OptionalInt memoryMb() {
    if (memory == null) {
      return OptionalInt.empty();
    }
    if (memory.mb() == ReplayConfig.UNLIMITED || memory.mb() > MOST_MB) {
      throw wrong("--function-memory is " + memory + ", expected a size of at most 1 TB");
    }
    return OptionalInt.of((int) memory.mb());
  }

  /** A wrong option. Where options are in other ones, the library does not tell the command. */
  private RuntimeException wrong(String problem) {
    CommandLine line = command.commandLine();
    return line == null
        ? new IllegalArgumentException(problem)
        : new ParameterException(line, problem);
  }

  /** A failure to read, with the option that leaves out such lines, if there is one. */
  IOException explained(TraceFormatException failure) {
    return skipBadLines || failure.line().isEmpty()
        ? failure
        : new IOException(
            failure.getMessage() + " (--skip-bad-lines leaves out lines that cannot be read)",
            failure);
  }
}
