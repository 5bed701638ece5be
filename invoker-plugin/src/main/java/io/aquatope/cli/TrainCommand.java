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
      "The policy aquatope forecasts demand with a network that comes in the jar. This command"
          + " trains a network on your own traces. One network serves all functions. It learns from"
          + " many functions how to weigh simple models.",
      "",
      "The network does not learn from one owner of functions in ten. These owners decide when the"
          + " training stops. After each epoch, the command writes its state to FILE.checkpoint."
          + " After an interruption, the same command continues from there. The same data and seed"
          + " give the same file.",
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
      description = "The file for the network. 'aquatope forecast --network FILE' measures it.")
  @SuppressWarnings("NullAway.Init") // set by picocli
  private Path out;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = "default",
      description =
          "The forecasting model whose network is trained: default or hybrid-bayesian, the model of"
              + " the Aquatope paper. Default: ${DEFAULT-VALUE}.")
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
