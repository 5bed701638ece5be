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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tune}: methods that choose CPU and memory for a workflow's stages, compared. */
@Command(
    name = "tune",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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

  @Option(
      names = "--workflow",
      required = true,
      paramLabel = "FILE.conf",
      description = "The workflow: stages, graph, QoS target and prices (HOCON).")
  @SuppressWarnings("NullAway.Init") // required, so set by picocli
  private Path workflow;

  @Option(
      names = "--profiles",
      required = true,
      paramLabel = "FILE.csv",
      description = "Measurements, gzip-compressed or not; may be given several times.")
  private List<Path> profiles = List.of();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodType.class,
      completionCandidates = MethodType.Names.class,
      description =
          "A method to run; several are compared: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<TuningMethod> methods = List.of(TuningMethod.values());

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

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = FormatType.class,
      description = "What to print: table or json. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Where to write a report with pictures. Default: none.")
  private @Nullable Path report;

  static final class MethodType implements ITypeConverter<TuningMethod> {

    @Override
    public TuningMethod convert(String name) {
      try {
        return TuningMethod.named(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }

    static final class Names implements Iterable<String> {
      @Override
      public Iterator<String> iterator() {
        return TuningMethod.labels().iterator();
      }
    }
  }

  static final class FormatType implements ITypeConverter<OutputFormat> {

    @Override
    public OutputFormat convert(String text) {
      try {
        return OutputFormat.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    TuneResult result =
        Tune.run(
            new TuneOptions(
                workflow,
                ImmutableList.copyOf(profiles),
                ImmutableList.copyOf(methods),
                budget,
                batch,
                seeds));
    PrintWriter out = command.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(
          new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(result));
    } else {
      out.print(TuneReport.table(result).toText());
      out.flush();
    }
    if (report != null) {
      TuneReport.of(result).writeTo(report);
      command.commandLine().getErr().println("Report: " + report.toAbsolutePath());
    }
    return 0;
  }
}
