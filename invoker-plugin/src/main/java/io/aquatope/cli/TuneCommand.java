/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.common.collect.ImmutableList;
import io.aquatope.tune.Tune;
import io.aquatope.tune.TuneOptions;
import io.aquatope.tune.TuneResult;
import io.aquatope.tune.TuningMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tune}: compares methods that choose CPU and memory for the stages of a workflow. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares methods that choose CPU and memory for the stages of a workflow, so that a latency"
          + " quantile meets its QoS target at the least cost.",
      "Stages are tables of measurements: one evaluation draws one repetition per stage, failed"
          + " ones included. The oracle is the cheapest combination whose latency quantile, from"
          + " all its repetitions, meets the target; a failed repetition never meets it.",
      "'Evaluations to 5 %%' is the number of evaluations after which the recommendation truly"
          + " meets the quantile at no more than 1.05 times the oracle's cost, and does so until"
          + " the budget ends; budget + 1 where that never comes."
    })
public final class TuneCommand implements Callable<Integer> {

  @Option(
      names = "--workflow",
      required = true,
      paramLabel = "FILE.conf",
      description = "workflow file (HOCON)")
  private Path workflow = Path.of("");

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE.csv",
      description = "measurements, gzip-compressed or not; may be given more than once")
  private List<Path> profiles = List.of();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "method to run; may be given more than once. One of: ${COMPLETION-CANDIDATES}. Default: all",
      completionCandidates = MethodNames.class)
  private List<String> methods = TuningMethod.labels();

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "70",
      description = "evaluations per seed (default: ${DEFAULT-VALUE})")
  private int budget;

  @Option(
      names = "--batch",
      paramLabel = "Q",
      defaultValue = "0",
      description = "proposals asked for at a time (default: 3 for aquatope-paper, else 1)")
  private int batch;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "30",
      description = "how often each method is run (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.table;

  @Spec private CommandSpec spec = CommandSpec.create();

  enum Format {
    table,
    json
  }

  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TuningMethod.labels().iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    TuneResult result;
    try {
      result =
          Tune.run(
              new TuneOptions(
                  workflow,
                  ImmutableList.copyOf(profiles),
                  methods.stream()
                      .map(TuningMethod::named)
                      .collect(ImmutableList.toImmutableList()),
                  budget,
                  batch,
                  seeds));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result));
    } else {
      print(result, out);
    }
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private static void print(TuneResult result, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "workflow %s, oracle cost %.4g per run%n%n",
        result.workflow(),
        result.oracleCost());
    out.printf(
        "%-24s %17s %21s %10s %10s %15s%n",
        "method", "cost over oracle", "evaluations to 5 %", "violating", "violating", "ask, ms");
    out.printf(
        "%-24s %8s %8s %10s %10s %10s %10s %7s %7s%n",
        "", "median", "p90", "median", "p90", "evals", "at end", "p50", "p99");
    for (TuneResult.Method m : result.results()) {
      out.printf(
          Locale.ROOT,
          "%-24s %8.3f %8.3f %10.0f %10.0f %9.1f%% %9.1f%% %7.1f %7.1f%n",
          m.method(),
          m.costOverOracle().median(),
          m.costOverOracle().p90(),
          m.evaluationsTo5Percent().median(),
          m.evaluationsTo5Percent().p90(),
          100 * m.violatingEvaluationShare(),
          100 * m.finalViolationShare(),
          m.askMillis().p50(),
          m.askMillis().p99());
    }
  }
}
