/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.cli.output.OutputFormat;
import io.aquatope.config.KnownPolicies;
import io.aquatope.evaluate.EvaluationMethod;
import io.aquatope.pool.policy.DurationText;
import io.aquatope.replay.NamedPolicy;
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
    header = "Container pools for Apache OpenWhisk that are ready before the call.",
    description = {
      "",
      "An invoker keeps containers so that activations need not wait for new ones. Which to keep,"
          + " for how long, and which to start ahead of calls is decided by a policy. These"
          + " commands try policies on recorded or generated load, before an invoker runs them.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  aquatope replay                      compare all policies on a built-in load",
      "  aquatope replay --trace FOLDER       compare them on a load of your own",
      "  aquatope forecast --trace FOLDER     how well demand can be forecast on it",
      "  aquatope tune --workflow FILE        how well CPU limits can be chosen for a workflow",
      "  aquatope evaluate --trace FOLDER     what pool and tuner do for workflows together",
      "  aquatope doctor --classpath FOLDER   check the plugin against an OpenWhisk's jars",
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
      description = "Print where in the program an error comes from.")
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
    OptionTypes.register(commandLine, EvaluationMethod.class, EvaluationMethod::named);
    OptionTypes.register(commandLine, TuningMethod.class, TuningMethod::named);
    OptionTypes.register(commandLine, InjectedFault.class, InjectedFault::named);
    OptionTypes.register(
        commandLine, NamedPolicy.class, text -> NamedPolicy.parse(text, KnownPolicies.ALL));
    return commandLine
        .setExecutionStrategy(ErrorMessages::withinMemory)
        .setParameterExceptionHandler(ErrorMessages::wrongOptions)
        .setExecutionExceptionHandler(
            (failure, command, parsed) ->
                ErrorMessages.failed(failure, command, parsed, main.debug));
  }
}
