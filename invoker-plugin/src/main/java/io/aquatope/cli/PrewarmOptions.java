/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.cli.output.DecisionPrinter;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.PrewarmSettings;
import io.aquatope.prewarm.PrewarmSetup;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Settings of the policy {@code aquatope}, for commands that replay. */
final class PrewarmOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--gb-seconds-per-second",
      paramLabel = "R",
      defaultValue = "" + DelayRate.GB_SECONDS_PER_SECOND,
      description =
          "For the policy aquatope: the GB-seconds of memory that it may spend to avoid a second of"
              + " cold-start delay. A greater value means fewer cold starts and more memory."
              + " Default: ${DEFAULT-VALUE}.")
  private double gbSecondsPerSecond;

  @Option(
      names = "--gb-seconds-per-start",
      paramLabel = "R",
      defaultValue = "" + PrewarmSettings.GB_SECONDS_PER_START,
      description =
          "For the policy aquatope: the GB-seconds of memory that it may spend to avoid the start"
              + " of a container, which takes CPU time. Default: ${DEFAULT-VALUE}.")
  private double gbSecondsPerStart;

  @Option(
      names = "--prewarm-memory",
      paramLabel = "SIZE",
      description =
          "For the policy aquatope: the memory of an invoker that containers without work may take,"
              + " for example 2GB. Default: all memory that running work leaves.")
  private MemorySize memory = new MemorySize(PrewarmSettings.ALL);

  @Option(
      names = "--no-stem-cells",
      description =
          "For the policy aquatope: start no stem cells in addition to OpenWhisk's. A stem cell is"
              + " a container of a runtime that is not yet initialised for an action.")
  private boolean withoutStemCells;

  @Option(
      names = "--explain",
      paramLabel = "FUNCTION",
      description =
          "For the policy aquatope: print each decision about functions whose name contains"
              + " FUNCTION, with its reason.")
  private @Nullable String explained;

  /** The name of the functions whose decisions are explained; empty if none are. */
  Optional<String> explained() {
    return Optional.ofNullable(explained);
  }

  /** For a replay that explains its decisions to a writer. */
  PrewarmSetup setup(PrintWriter out) {
    PrewarmListener listener =
        explained == null ? PrewarmListener.NONE : new DecisionPrinter(explained, out);
    try {
      return PrewarmSetup.virtual()
          .with(
              new PrewarmSettings(
                  gbSecondsPerSecond,
                  gbSecondsPerStart,
                  memory.mb(),
                  PrewarmSettings.DEFAULT.maxStarting(),
                  !withoutStemCells))
          .with(listener);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
