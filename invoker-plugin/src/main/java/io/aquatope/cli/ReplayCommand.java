/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import static java.util.Comparator.comparingInt;

import io.aquatope.cli.output.CountText;
import io.aquatope.cli.output.OutputFormat;
import io.aquatope.cli.output.ProgressPrinter;
import io.aquatope.cli.output.ReplayJson;
import io.aquatope.cli.output.ReplayReport;
import io.aquatope.cli.output.ReplaySummary;
import io.aquatope.cli.output.SeedsTable;
import io.aquatope.config.EditDistance;
import io.aquatope.config.KnownPolicies;
import io.aquatope.pool.policy.DelayRate;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.PlacementKind;
import io.aquatope.replay.Replay;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.report.Table;
import io.aquatope.trace.Trace;
import io.aquatope.trace.input.ReadTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: runs a load through the pool once for each policy and reports the results. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    header = "Compare policies on a load, in virtual time.",
    description = {
      "",
      "A policy decides which containers an invoker keeps, for how long, and which it starts before"
          + " calls come. A replay passes each activation of a load through the container pool that"
          + " also runs in an invoker. Time is virtual: a replay does not wait for the activations."
          + " The policy aquatope takes about half a minute for eight hours of 255 functions, the"
          + " other policies of the default take seconds.",
      "",
      "A policy has two costs. Activations wait for containers to start (cold-start delay)."
          + " Containers without work take memory (wasted GB-seconds). RUM is the sum of both costs"
          + " in seconds, and less is better: RUM = seconds of cold-start delay + wasted"
          + " GB-seconds / "
          + DelayRate.GB_SECONDS_PER_SECOND
          + ".",
      ""
    },
    sortOptions = false,
    sortSynopsis = false)
final class ReplayCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Mixin private final TraceOptions trace = new TraceOptions();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description =
          "A policy to replay, as written below. The option may be repeated. Default: all policies"
              + " but aquatope-paper, which takes minutes; keep-alive takes part with 1m and 20m.")
  private List<NamedPolicy> contenders = NamedPolicy.comparison(KnownPolicies.ALL);

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Mixin private final StemCellOptions stemCells = new StemCellOptions();

  @Mixin private final PrewarmOptions prewarm = new PrewarmOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Replay with N seeds, the first of which is --seed. With more than one, the command"
              + " prints means with 95 %% confidence intervals, also for each kind of trigger, and"
              + " writes no report. Default: ${DEFAULT-VALUE}.")
  private int seeds = 1;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "The output format: table or json. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "The file for the report with pictures. Default: report.html; none with --format json.")
  private @Nullable Path report;

  @Spec
  void describe(CommandSpec spec) {
    command = spec;
    PolicyHelp.addTo(spec);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    if (seeds > 1) {
      out.print(overSeeds(err).toText());
      out.flush();
      return 0;
    }
    ReadTrace read = trace.read(err);
    Trace load = read.trace();
    checkExplained(load);
    PolicySettings settings = stemCells.settings(load);
    List<ReplayResult> results = replay(load, settings, trace.seed(), out, err);
    ReplaySummary summary =
        new ReplaySummary(
            trace.isRecorded() ? read.with(stemCells.describe(load, settings)) : read,
            cluster.describe(load),
            results);
    if (format == OutputFormat.JSON) {
      out.println(ReplayJson.of(summary));
    } else {
      out.print(summary.toText());
    }
    writeReport(summary, format == OutputFormat.JSON ? err : out);
    return 0;
  }

  /** A misspelt name would explain nothing, which looks like a policy that decides nothing. */
  private void checkExplained(Trace load) {
    if (prewarm.explained().isEmpty()) {
      return;
    }
    String name = prewarm.explained().get();
    List<String> names =
        load.functions().stream().map(function -> function.spec().id().toString()).toList();
    if (names.stream().noneMatch(function -> function.contains(name))) {
      String nearest =
          names.stream()
              .min(comparingInt(function -> EditDistance.within(function, name)))
              .map(function -> ", did you mean '" + function + "'?")
              .orElse("");
      throw new ParameterException(
          command.commandLine(),
          "--explain: none of the names of "
              + CountText.of(names.size(), "function")
              + " contains '"
              + name
              + "'"
              + nearest);
    }
  }

  private List<ReplayResult> replay(
      Trace load, PolicySettings settings, long seed, PrintWriter out, PrintWriter err) {
    Replay replay = new Replay(load, cluster.config(seed));
    PolicyRegistry policies = KnownPolicies.with(prewarm.setup(out));
    List<ReplayResult> results = new ArrayList<>();
    for (NamedPolicy contender : contenders) {
      if (contender.factory().isEmpty() && cluster.placement() == PlacementKind.SCHEDULER) {
        err.println(contender.name() + " is left out: no policy knows what the scheduler draws.");
        continue;
      }
      ProgressPrinter progress = new ProgressPrinter(err, contender.name(), load.size());
      results.add(replay.run(NamedPolicy.parse(contender.name(), policies), settings, progress));
    }
    return results;
  }

  private Table overSeeds(PrintWriter err) throws IOException {
    PrintWriter quiet = new PrintWriter(Writer.nullWriter());
    ReadTrace first = trace.read(err);
    PolicySettings settings = stemCells.settings(first.trace());
    first.assumptions().forEach(err::println);
    if (trace.isRecorded()) {
      err.println(stemCells.describe(first.trace(), settings));
    }
    SeedsTable table = new SeedsTable(first.trace());
    for (long seed = trace.seed(); seed < trace.seed() + seeds; seed++) {
      Trace load = trace.read(seed, quiet).trace();
      replay(load, settings, seed, quiet, err).forEach(table::add);
    }
    return table.table();
  }

  private void writeReport(ReplaySummary summary, PrintWriter says) throws IOException {
    if (report == null && format == OutputFormat.JSON) {
      return;
    }
    Path file = report == null ? Path.of("report.html") : report;
    try {
      ReplayReport.of(summary).writeTo(file);
    } catch (IOException e) {
      throw new IOException("cannot write the report " + file + ": " + e, e);
    }
    says.println("Report: " + file.toAbsolutePath());
  }
}
