/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.backtest.NetworkTrainer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: trains a forecasting network on an operator's own traces. */
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

  @Mixin private final DemandOptions input = new DemandOptions();

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

  @Override
  public Integer call() throws IOException {
    PrintWriter err = command.commandLine().getErr();
    Consumer<String> progress =
        line -> {
          err.println(line);
          err.flush();
        };
    new NetworkTrainer(out, input.seed(), progress).train(model, input.toLearn(progress));
    return 0;
  }
}
