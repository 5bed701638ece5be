/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.backtest.DemandReader;
import io.aquatope.backtest.FunctionDemand;
import io.aquatope.backtest.OwnerSplit;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the recorded demand that forecasting commands train on or measure. */
final class DemandOptions {

  @Option(
      names = "--trace",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "A file or folder with recorded activations in any format that 'aquatope replay' reads,"
              + " or with a table of containers per minute. Files may be packed with gzip. The"
              + " option may be repeated; all files are taken together.")
  private List<Path> traces = List.of();

  @Option(
      names = "--fold",
      paramLabel = "I/K",
      description =
          "Divide the owners of functions into K parts. 'aquatope train' leaves out part I, and"
              + " 'aquatope forecast' measures only part I, so that a network is measured on owners"
              + " that it did not learn from. For example 1/3. Default: all owners.")
  private @Nullable String fold;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "The seed of random numbers. The same seed gives the same result. Default:"
              + " ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private final RecordedLoadOptions recorded = new RecordedLoadOptions();

  long seed() {
    return seed;
  }

  /** Demand to measure: the fold, or everything if no fold is given. */
  List<FunctionDemand> toMeasure(Consumer<String> progress) throws IOException {
    List<FunctionDemand> all = all(progress);
    List<FunctionDemand> measured = fold == null ? all : OwnerSplit.parse(fold).heldOut(all);
    if (measured.isEmpty()) {
      throw new IOException("no function of " + traces + " is left to measure");
    }
    return measured;
  }

  /** Demand to train on: everything except the fold. */
  List<FunctionDemand> toLearn(Consumer<String> progress) throws IOException {
    List<FunctionDemand> all = all(progress);
    return fold == null ? all : OwnerSplit.parse(fold).others(all);
  }

  private List<FunctionDemand> all(Consumer<String> progress) throws IOException {
    try {
      return new DemandReader(seed, progress, recorded.toReaderOptions()).read(traces);
    } catch (TraceFormatException e) {
      throw recorded.explained(e);
    }
  }
}
