/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.forecast.DemandReader;
import io.aquatope.forecast.FunctionDemand;
import io.aquatope.forecast.NetworkTrainer;
import io.aquatope.forecast.OwnerSplit;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a forecasting network from an operator's own traces. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    header = "Train a forecasting network on traces.",
    description = {
      "",
      "One network serves all functions; it learns from many of them how to weigh simple models."
          + " One owner in ten is not learnt from and decides when to stop. After every epoch the"
          + " state is written to FILE.checkpoint: the same command continues from there after an"
          + " interruption. The same data and seed make the same file.",
      ""
    },
    sortOptions = false)
final class TrainCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec command;

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "Recorded activations in any format that replay reads, or a table of containers per minute;"
              + " file or folder, may be packed with gzip. Several are learnt from together.")
  private List<Path> traces = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where to write the network; forecast --network FILE reads it.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path out;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Whose network: default or hybrid-bayesian. Default: ${DEFAULT-VALUE}.")
  private String model = "default";

  @Option(
      names = "--fold",
      paramLabel = "I/K",
      description =
          "Leave out the owners in part I of K, to be measured by forecast --fold I/K. Default: none.")
  private @Nullable String fold;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of all that is left to chance. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = command.commandLine().getErr();
    Consumer<String> progress =
        line -> {
          err.println(line);
          err.flush();
        };
    List<FunctionDemand> demands = new DemandReader(seed, progress).read(traces);
    new NetworkTrainer(out, seed, progress)
        .train(model, fold == null ? demands : OwnerSplit.parse(fold).others(demands));
    return 0;
  }
}
