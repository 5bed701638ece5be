/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.cli.output.OutputFormat;
import io.aquatope.config.KnownPolicies;
import io.aquatope.evaluate.EvaluationMethod;
import io.aquatope.pool.policy.DurationText;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.PlacementKind;
import io.aquatope.trace.reader.TraceFormat;
import io.aquatope.tune.InjectedFault;
import io.aquatope.tune.TuningMethod;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code aquatope}: every task that needs no running OpenWhisk. */
@Command(
    name = "aquatope",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Try policies for the container pools of Apache OpenWhisk.",
    description = {
      "",
      "An OpenWhisk invoker keeps containers ready, because an activation without a ready container"
          + " has to wait for a new one (a cold start). A policy decides which containers the"
          + " invoker keeps, for how long, and which containers it starts before calls come. The"
          + " commands below try policies on recorded or generated load. They need no running"
          + " OpenWhisk.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  aquatope replay",
      "      compares the policies on a generated load",
      "  aquatope replay --trace FOLDER",
      "      compares the policies on recorded load",
      "  aquatope forecast --trace FOLDER",
      "      measures how well demand can be forecast",
      "  aquatope tune --workflow FILE.conf --profiles FILE.csv",
      "      compares methods that choose CPU and memory",
      "  aquatope evaluate --trace FOLDER --profiles FILE.csv",
      "      measures policies and tuning methods together",
      "  aquatope doctor --image IMAGE",
      "      checks the plugin against the jars of an OpenWhisk",
      "",
      "'aquatope COMMAND --help' describes the files that a command reads.",
      "",
      "Exit status: 0 done, 1 failed, 2 wrong options."
    },
    subcommands = {
      ReplayCommand.class,
      ForecastCommand.class,
      TrainCommand.class,
      TuneCommand.class,
      EvaluateCommand.class,
      DoctorCommand.class
    })
public final class Main implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "With an error, print the stack trace.")
  private boolean debug;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Without a sub-command: lists the sub-commands. */
  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }

  /** The command with its sub-commands, writing to the standard streams. */
  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine commandLine = new CommandLine(main);
    OptionTypes.register(commandLine, Duration.class, DurationText::parse);
    OptionTypes.register(commandLine, MemorySize.class, MemorySize::parse);
    OptionTypes.register(commandLine, TraceFormat.class, TraceFormat::of);
    OptionTypes.register(commandLine, OutputFormat.class, OutputFormat::of);
    OptionTypes.register(commandLine, PlacementKind.class, PlacementKind::of);
    OptionTypes.register(commandLine, EvaluationMethod.class, EvaluationMethod::named);
    OptionTypes.register(commandLine, TuningMethod.class, TuningMethod::named);
    OptionTypes.register(commandLine, InjectedFault.class, InjectedFault::named);
    OptionTypes.register(
        commandLine, NamedPolicy.class, text -> NamedPolicy.parse(text, KnownPolicies.ALL));
    return commandLine
        // A misspelt option is otherwise taken for one more file of an option with several.
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setExecutionStrategy(ErrorMessages::withinMemory)
        .setParameterExceptionHandler(ErrorMessages::wrongOptions)
        .setExecutionExceptionHandler(
            (failure, command, parsed) ->
                ErrorMessages.failed(failure, command, parsed, main.debug));
  }
}
