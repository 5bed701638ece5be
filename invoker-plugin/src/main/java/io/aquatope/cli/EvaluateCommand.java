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
      "Requests for each workflow arrive as the calls of a function of the trace do. A stage runs as"
          + " long as one of its measured repetitions did, after the wait for its container; what"
          + " failed when it was measured fails here. A method is a policy for containers and a way"
          + " to choose each stage's CPU and memory. It begins knowing nothing but, in default and"
          + " aarc, which stages wait for which; and requests that it learns from count like all"
          + " others: up to 70, later ones run with what it then recommends.",
      "",
      "QoS violations are requests that took longer than the workflow's target, cold starts"
          + " included, or failed; QoS is met if there are no more than its quantile allows. Cost is"
          + " per request: core-seconds while containers start or run, and GB-seconds from the order"
          + " to start a container until it goes, idle or not. Another CPU limit reaches running"
          + " containers, another memory limit takes new ones. A cold start takes 0.808 s on"
          + " average.",
      "",
      "Arrivals are those of functions with 30 to 600 calls an hour that no timer calls: of all such"
          + " in ascending order of calls, n workflows take those in the middle of n equal parts.",
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
          "Workflow files as for tune, or names of those that come with the program, see below."
              + " Default: these.")
  private List<String> workflows = ExampleWorkflows.NAMES;

  @Option(
      names = "--trace",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Recorded load to take arrivals from, in any format that replay reads.")
  private List<Path> traces = List.of();

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE.csv",
      description = "Measurements, gzip-compressed or not; may be given several times.")
  private List<Path> profiles = List.of();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "A method to run; several are compared: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<EvaluationMethod> methods = List.of(EvaluationMethod.values());

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How often each workflow is run with each method. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Mixin private final ReportOptions output = new ReportOptions();

  @Spec
  void describe(CommandSpec spec) {
    command = spec;
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("", "Workflows that come with the program:");
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
            seeds);
    EvaluationResult result =
        new WorkflowEvaluation(
                options,
                followers -> KnownPolicies.with(PrewarmSetup.virtual().withFollowers(followers)),
                line -> {
                  err.println(line);
                  err.flush();
                })
            .run();
    output.print(
        command.commandLine(), result, EvaluateReport.toText(result), EvaluateReport.of(result));
    return 0;
  }

  private static WorkflowFile workflow(String nameOrFile) {
    return ExampleWorkflows.NAMES.contains(nameOrFile)
        ? ExampleWorkflows.read(nameOrFile)
        : WorkflowFile.read(Path.of(nameOrFile));
  }
}
