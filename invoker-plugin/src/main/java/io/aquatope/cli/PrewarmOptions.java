/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.cli.output.DecisionPrinter;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.PrewarmSettings;
import io.aquatope.prewarm.PrewarmSetup;
import java.io.PrintWriter;
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
          "With policy aquatope: how many GB-seconds of memory may be spent to avoid a second of"
              + " cold-start delay. Default: ${DEFAULT-VALUE}.")
  private double gbSecondsPerSecond;

  @Option(
      names = "--gb-seconds-per-start",
      paramLabel = "R",
      defaultValue = "" + PrewarmSettings.GB_SECONDS_PER_START,
      description =
          "With policy aquatope: how many GB-seconds of memory may be spent to do without the start"
              + " of a container, which takes CPU time. Default: ${DEFAULT-VALUE}.")
  private double gbSecondsPerStart;

  @Option(
      names = "--prewarm-memory",
      paramLabel = "SIZE",
      description =
          "With policy aquatope: memory of an invoker that containers without work may take."
              + " Default: all that running work leaves.")
  private MemorySize memory = new MemorySize(PrewarmSettings.ALL);

  @Option(
      names = "--no-stem-cells",
      description = "With policy aquatope: start no stem cells of its own.")
  private boolean withoutStemCells;

  @Option(
      names = "--explain",
      paramLabel = "FUNCTION",
      description =
          "With policy aquatope: print each decision about functions whose name contains this, and"
              + " why.")
  private @Nullable String explained;

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
