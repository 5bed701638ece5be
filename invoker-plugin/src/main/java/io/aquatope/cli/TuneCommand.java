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
      "Wanted is the least cost at which a quantile of the end-to-end latency meets the QoS target."
          + " Stages are tables of measurements: an evaluation draws one repetition per stage, and"
          + " what failed when it was measured fails here.",
      "",
      "The oracle is the cheapest combination whose latency quantile, from all its repetitions,"
          + " meets the target; a failed repetition never meets it. 'Evaluations to 5 %%' is after"
          + " how many evaluations the recommendation truly meets the quantile at 1.05 times the"
          + " oracle's cost or less, and does so until the budget ends; budget + 1 if that never"
          + " comes.",
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
        description = "The workflow: stages, graph, QoS target and prices (HOCON).")
    private @Nullable Path workflow;

    @Option(
        names = "--suite",
        required = true,
        paramLabel = "N",
        description =
            "Instead of one workflow: N random ones of 1 to 8 stages, with several graphs and QoS"
                + " targets, whose stages are the tables that have at least 10 configurations."
                + " Figures over all of them come with 95 %% confidence intervals.")
    private int suite;
  }

  @Option(
      names = "--suite-seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Which random workflows. Default: ${DEFAULT-VALUE}.")
  private long suiteSeed;

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
          "A method to run; several are compared: ${COMPLETION-CANDIDATES}. Default: all but"
              + " default-non-robust; with a fault the default with and without its defences.")
  private List<TuningMethod> methods = List.of();

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      defaultValue = "none",
      description =
          "What goes wrong: ${COMPLETION-CANDIDATES}. outliers: in one run of five, one stage takes"
              + " five times as long; from half of the budget on, drift: all stages take twice as"
              + " long, failing-stage: the first stage fails with less than 0.9 of its greatest"
              + " memory. Default: ${DEFAULT-VALUE}.")
  private InjectedFault fault = InjectedFault.NONE;

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "70",
      description = "Evaluations for each seed. Default: ${DEFAULT-VALUE}.")
  private int budget;

  @Option(
      names = "--batch",
      paramLabel = "Q",
      defaultValue = "0",
      description = "Proposals at a time. Default: 3 for aquatope-paper, otherwise 1.")
  private int batch;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "30",
      description = "How often each method is run. Default: ${DEFAULT-VALUE}.")
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
