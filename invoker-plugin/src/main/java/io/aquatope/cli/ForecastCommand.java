/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.backtest.Backtest;
import io.aquatope.backtest.ForecastJson;
import io.aquatope.backtest.ForecastTable;
import io.aquatope.backtest.ForecastTrack;
import io.aquatope.backtest.FunctionDemand;
import io.aquatope.backtest.ModelResult;
import io.aquatope.cli.output.ForecastReport;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.models.forecast.learned.ForecastModels;
import io.aquatope.prewarm.network.ForecastNetworks;
import io.aquatope.prewarm.network.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** {@code forecast}: measures the accuracy of each forecasting model on a trace. */
@Command(
    name = "forecast",
    mixinStandardHelpOptions = true,
    header = "Backtest forecasts of container demand on a trace.",
    description = {
      "",
      "A model forecasts how many containers a function needs at the same time in the next minute,"
          + " as a probability distribution. This command walks through each function minute by"
          + " minute. After the warm-up, each model forecasts each minute's peak of simultaneous"
          + " containers from the minutes before it. Then the model sees the peak. If the trace has"
          + " only calls per minute, the command draws the second and the duration of each call.",
      "",
      "The figures are means over functions:",
      "",
      "  pinball       Less is better. The pinball loss over the quantiles 0.05, 0.10",
      "                ... 0.95 and 0.99, divided by the function's naive error during",
      "                the warm-up. The naive error is the mean change from minute to",
      "                minute, and at least one container over the whole warm-up.",
      "  crps          Less is better. The continuous ranked probability score, in",
      "                containers.",
      "  smape         Less is better. The symmetric percentage error of the median,",
      "                0 to 200 %%. A zero that was forecast counts 0.",
      "  cover50       Nearer to 0.5 is better. The share of minutes whose peak lay in",
      "                the central 50 %% interval of its forecast. A peak at the end of",
      "                the interval counts in part (randomised probability integral",
      "                transform). So a calibrated forecast of counts has exactly 0.5.",
      "                The plain share would be near 1 for functions that are mostly",
      "                idle, even with a bad forecast.",
      "  cover90       Nearer to 0.9 is better. The same for the central 90 %% interval.",
      "  open90        Nearer to 0.9 is better. As cover90, but only over minutes whose",
      "                90 %% interval held more than one number of containers.",
      "  us/fcast      Less is better. The time of one forecast, in microseconds.",
      "  loss over X   Less is better. The difference to the first model, X, in pinball",
      "                and in crps, with 95 %% confidence intervals. Where an interval",
      "                lies below 0, the model is better than X.",
      ""
    },
    sortOptions = false)
final class ForecastCommand implements Callable<Integer> {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Mixin private final DemandOptions input = new DemandOptions();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "A model to measure. The option may be repeated; the other models are compared with the"
              + " first one. The error about a wrong name lists all names. Default: all, beginning"
              + " with default.")
  private List<String> models = List.of();

  @Option(
      names = "--horizon",
      paramLabel = "H",
      defaultValue = "1",
      description =
          "Measure forecasts of H minutes ahead in addition to those of one minute ahead. Default:"
              + " ${DEFAULT-VALUE}.")
  private int horizon;

  @Option(
      names = "--warmup",
      paramLabel = "MINUTES",
      defaultValue = "120",
      description =
          "The number of minutes that a model sees before its first forecast. Default:"
              + " ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description =
          "A network that 'aquatope train' wrote, instead of the one in the jar. The option may be"
              + " repeated.")
  private List<Path> networks = List.of();

  @Option(
      names = "--picture",
      paramLabel = "FUNCTION",
      description =
          "A function to draw in the report with the forecasts of the first model. FUNCTION is the"
              + " function's name in the trace, or the beginning of the name. The option may be"
              + " repeated.")
  private List<String> pictures = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      defaultValue = "forecast.html",
      description = "The file for the pictures, if there are any. Default: ${DEFAULT-VALUE}.")
  private Path report = Path.of("forecast.html");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "The output format: table or json. Default: ${DEFAULT-VALUE}.")
  private String format = "table";

  @Override
  public Integer call() throws IOException {
    if (!format.equals("table") && !format.equals("json")) {
      throw wrong("--format is '" + format + "', expected table or json");
    }
    if (horizon < 1 || warmup < 2) {
      throw wrong("expected --horizon of at least 1 and --warmup of at least 2");
    }
    List<ForecastModel> chosen = chosen();
    List<FunctionDemand> demands = input.toMeasure(this::tell);
    draw(chosen.get(0), demands);
    List<ModelResult> results = measure(chosen, demands);
    PrintWriter out = command.commandLine().getOut();
    if (format.equals("json")) {
      out.println(
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(ForecastJson.of(results, horizon)));
    } else {
      out.print(ForecastTable.of(results, horizon));
    }
    out.flush();
    return 0;
  }

  private List<ForecastModel> chosen() throws IOException {
    ForecastNetworks trained = ForecastNetworks.shipped();
    for (Path file : networks) {
      try (InputStream in = Files.newInputStream(file)) {
        trained = trained.with(WeightFile.read(in));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
    ForecastModels all = trained.models(MINUTE, input.seed());
    return models.isEmpty() ? all.all() : models.stream().map(all::named).toList();
  }

  private void draw(ForecastModel model, List<FunctionDemand> demands) throws IOException {
    List<ForecastTrack> tracks = new ArrayList<>();
    for (String picture : pictures) {
      FunctionDemand drawn =
          demands.stream()
              .filter(one -> one.function().startsWith(picture))
              .findFirst()
              .orElseThrow(() -> wrong("--picture: no function '" + picture + "' in the trace"));
      tracks.add(ForecastTrack.of(model, drawn, warmup));
    }
    if (!tracks.isEmpty()) {
      ForecastReport.of(tracks).writeTo(report);
      tell("pictures: " + report);
    }
  }

  private List<ModelResult> measure(List<ForecastModel> chosen, List<FunctionDemand> demands) {
    Backtest backtest = new Backtest(warmup, horizon);
    List<ModelResult> results = new ArrayList<>();
    Backtest.@Nullable Outcome first = null;
    for (ForecastModel model : chosen) {
      tell("measuring " + model.name());
      Backtest.Outcome outcome = backtest.run(model, demands);
      first = first == null ? outcome : first;
      results.add(ModelResult.of(outcome, first, input.seed()));
    }
    return results;
  }

  private void tell(String line) {
    command.commandLine().getErr().println(line);
    command.commandLine().getErr().flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
