/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.google.common.collect.ImmutableList;
import io.aquatope.cli.output.SuiteReport;
import io.aquatope.cli.output.TuneReport;
import io.aquatope.tune.InjectedFault;
import io.aquatope.tune.SuiteResult;
import io.aquatope.tune.SuiteRunner;
import io.aquatope.tune.TuneOptions;
import io.aquatope.tune.TuneResult;
import io.aquatope.tune.TuningMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tune}: compares methods that choose CPU and memory for the stages of a workflow. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Compare methods that choose CPU and memory for the stages of a workflow.",
    description = {
      "",
      "A workflow is a graph of stages. Each stage runs a function with a configuration: its CPU"
          + " and memory. The QoS target bounds a quantile of the workflow's end-to-end latency. A"
          + " method looks for the cheapest configurations that meet the target. It proposes"
          + " configurations, observes how long the workflow runs with them, and recommends the"
          + " best ones so far.",
      "",
      "The runs come from tables of measurements (--profiles). An evaluation is one run of the"
          + " workflow: it draws one repetition of each stage from the tables. A repetition that"
          + " failed when it was measured fails here too.",
      "",
      "The oracle knows all measurements. It chooses the cheapest combination of configurations"
          + " whose latency quantile meets the target over all repetitions. A failed repetition"
          + " never meets the target.",
      "",
      "The column 'Evaluations to 5 %%' has the number of evaluations after which the"
          + " recommendation meets the target at 1.05 times the oracle's cost or less, and does so"
          + " until the budget ends. If that never happens, the figure is the budget + 1. Less is"
          + " better in this and in the other columns. A recommendation that costs less than the"
          + " oracle's choice does not meet the target.",
      ""
    },
    sortOptions = false,
    sortSynopsis = false)
final class TuneCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required, so set by picocli
  private Source source;

  /** The workflows to tune: one or many. */
  static final class Source {
    @Option(
        names = "--workflow",
        required = true,
        paramLabel = "FILE.conf",
        description =
            "A HOCON file with the workflow's stages, graph, QoS target and prices. 'aquatope"
                + " evaluate --help' prints examples.")
    private @Nullable Path workflow;

    @Option(
        names = "--suite",
        required = true,
        paramLabel = "N",
        description =
            "Tune N random workflows instead of one. They have 1 to 8 stages, and several graphs"
                + " and QoS targets. Their stages are the tables with at least 10 configurations."
                + " Figures over all workflows have 95 %% confidence intervals.")
    private int suite;
  }

  @Option(
      names = "--suite-seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "With --suite: the seed of the random workflows. The same seed gives the same workflows."
              + " Default: ${DEFAULT-VALUE}.")
  private long suiteSeed;

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE.csv",
      description =
          "A table of measurements with one row per repetition and the columns function, input,"
              + " memory_mib, cpu_millicores, instance_type, response_delay_s and status_code. The"
              + " project's README names public tables. The file may be packed with gzip. The"
              + " option may be repeated.")
  private List<Path> profiles = List.of();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "A method to run: ${COMPLETION-CANDIDATES}. The option may be repeated. Default: all but"
              + " default-non-robust. With --fault: default and default-non-robust, which is the"
              + " default without its defences against outliers and changes.")
  private List<TuningMethod> methods = List.of();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      defaultValue = "none",
      description =
          "A fault of the workflow: ${COMPLETION-CANDIDATES}. With outliers, one stage takes five"
              + " times as long in one run of five. With drift, all stages take twice as long from"
              + " half of the budget on. With failing-stage, the first stage fails from half of the"
              + " budget on if it has less than 0.9 of its greatest memory. Default:"
              + " ${DEFAULT-VALUE}.")
  private InjectedFault fault = InjectedFault.NONE;

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "70",
      description =
          "The number of evaluations that a method may use, for each seed. Default:"
              + " ${DEFAULT-VALUE}.")
  private int budget;

  @Option(
      names = "--batch",
      paramLabel = "Q",
      defaultValue = "0",
      description =
          "The number of proposals that a method makes before it sees their runs. Default: 3 for"
              + " aquatope-paper, otherwise 1.")
  private int batch;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "The number of times that each method runs, each time with another seed. Default:"
              + " ${DEFAULT-VALUE}.")
  private int seeds;

  @Mixin private final ReportOptions output = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    TuneOptions options =
        new TuneOptions(
            ImmutableList.copyOf(profiles),
            ImmutableList.copyOf(methods.isEmpty() ? defaultMethods() : methods),
            budget,
            batch,
            seeds,
            fault);
    if (source.workflow != null) {
      TuneResult result = SuiteRunner.workflow(source.workflow, options);
      output.print(
          command.commandLine(), result, TuneReport.table(result).toText(), TuneReport.of(result));
    } else {
      SuiteResult result = SuiteRunner.suite(source.suite, suiteSeed, options, this::progress);
      output.print(
          command.commandLine(),
          result,
          SuiteReport.table(result).toText(),
          SuiteReport.of(result));
    }
    return 0;
  }

  private List<TuningMethod> defaultMethods() {
    return fault == InjectedFault.NONE
        ? Stream.of(TuningMethod.values()).filter(m -> m != TuningMethod.NON_ROBUST).toList()
        : List.of(TuningMethod.DEFAULT, TuningMethod.NON_ROBUST);
  }

  private void progress(TuneResult finished) {
    PrintWriter err = command.commandLine().getErr();
    err.println(finished.workflow());
    err.println(TuneReport.table(finished).toText());
    err.flush();
  }
}
