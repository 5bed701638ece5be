/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.google.common.collect.ImmutableList;
import io.aquatope.cli.output.EvaluateReport;
import io.aquatope.config.KnownPolicies;
import io.aquatope.evaluate.EvaluationMethod;
import io.aquatope.evaluate.EvaluationOptions;
import io.aquatope.evaluate.EvaluationResult;
import io.aquatope.evaluate.ExampleWorkflows;
import io.aquatope.evaluate.WorkflowEvaluation;
import io.aquatope.prewarm.PrewarmSetup;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.tune.WorkflowFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: runs pool and tuner together on workflows under recorded load. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Compare ways to run workflows: containers, CPU and memory together.",
    description = {
      "",
      "A workflow is a graph of stages. Each stage runs a function. The QoS target bounds a"
          + " quantile of the workflow's end-to-end latency. A method is a policy for containers"
          + " together with a tuner, which chooses CPU and memory of each stage.",
      "",
      "Requests for a workflow arrive when the calls of one function of the trace do. A stage waits"
          + " for its container and then runs as long as one of its measured repetitions. A"
          + " repetition that failed when it was measured fails here too. A cold start takes 0.808"
          + " s on average.",
      "",
      "The oracle knows all requests and measurements. The other methods begin without"
          + " measurements. Of them, only default and aarc know the workflow's graph. A method"
          + " learns from up to 70 requests, and later requests run with its recommendation. The"
          + " requests that it learns from count like all others. A new CPU limit takes effect in"
          + " running containers, a new memory limit only in new containers.",
      "",
      "The table has three kinds of figures, and less is better:",
      "",
      "  QoS violations   Requests that took longer than the target, cold starts",
      "                   included, or that failed. QoS is met if there are no more",
      "                   violations than the target's quantile allows.",
      "  cost             Per request: core-seconds while containers start or run, and",
      "                   GB-seconds from the order to start a container until its end,",
      "                   whether it is idle or not.",
      "  cold starts      The share of activations that waited for their container.",
      "",
      "The arrivals are those of functions that no timer calls and that have 30 to 600 calls an"
          + " hour. These functions are put into ascending order of calls and divided into as many"
          + " equal parts as there are workflows. Each workflow takes the function in the middle of"
          + " a part.",
      ""
    },
    sortOptions = false,
    sortSynopsis = false)
final class EvaluateCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--workflows",
      arity = "1..*",
      paramLabel = "FILE.conf",
      description =
          "Workflow files as for 'aquatope tune', or names of the workflows below, which come with"
              + " the program. Default: all workflows below.")
  private List<String> workflows = ExampleWorkflows.NAMES;

  @Option(
      names = "--trace",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Recorded load whose arrivals the requests follow, in any format that 'aquatope replay'"
              + " reads: a file or a folder.")
  private List<Path> traces = List.of();

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "A table of measurements of the stages, as for 'aquatope tune'. The file may be packed"
              + " with gzip. The option may be repeated.")
  private List<Path> profiles = List.of();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "A method to run: ${COMPLETION-CANDIDATES}. The option may be repeated. Default: all.")
  private List<EvaluationMethod> methods = List.of(EvaluationMethod.values());

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "The number of times that each workflow runs with each method, each time with another"
              + " seed. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Mixin private final RecordedLoadOptions recorded = new RecordedLoadOptions();

  @Mixin private final ReportOptions output = new ReportOptions();

  @Spec
  void describe(CommandSpec spec) {
    command = spec;
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("", "Workflows that come with the program:");
    lines.add("  " + String.join(", ", ExampleWorkflows.NAMES));
    for (String name : ExampleWorkflows.NAMES) {
      lines.add("");
      ExampleWorkflows.text(name).lines().map(line -> "  " + line).forEach(lines::add);
    }
    spec.usageMessage()
        .footer(lines.build().stream().map(l -> l.replace("%", "%%")).toArray(String[]::new));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = command.commandLine().getErr();
    EvaluationOptions options =
        new EvaluationOptions(
            workflows.stream()
                .map(EvaluateCommand::workflow)
                .collect(ImmutableList.toImmutableList()),
            ImmutableList.copyOf(traces),
            ImmutableList.copyOf(profiles),
            ImmutableList.copyOf(methods),
            seeds,
            recorded.toReaderOptions());
    EvaluationResult result = result(options, err);
    output.print(
        command.commandLine(), result, EvaluateReport.toText(result), EvaluateReport.of(result));
    return 0;
  }

  private EvaluationResult result(EvaluationOptions options, PrintWriter err) throws IOException {
    WorkflowEvaluation evaluation =
        new WorkflowEvaluation(
            options,
            followers -> KnownPolicies.with(PrewarmSetup.virtual().withFollowers(followers)),
            line -> {
              err.println(line);
              err.flush();
            });
    try {
      return evaluation.run();
    } catch (TraceFormatException e) {
      throw recorded.explained(e);
    }
  }

  private static WorkflowFile workflow(String nameOrFile) {
    return ExampleWorkflows.NAMES.contains(nameOrFile)
        ? ExampleWorkflows.read(nameOrFile)
        : WorkflowFile.read(Path.of(nameOrFile));
  }
}
