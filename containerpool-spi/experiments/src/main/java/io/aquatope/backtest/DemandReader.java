/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import io.aquatope.trace.input.ContainersPerMinute;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads demand from files: traces in any format that {@link TraceReader} knows, and tables of
 * containers per minute. Each trace is read by itself.
 *
 * @param seed of everything that the files leave to chance, such as the second of a call within its
 *     minute
 * @param remarks receives one line for each assumption
 * @param options about bad lines and missing values
 */
public record DemandReader(long seed, Consumer<String> remarks, ReaderOptions options) {

  /** A reader to which bad lines are errors. */
  public DemandReader(long seed, Consumer<String> remarks) {
    this(seed, remarks, ReaderOptions.DEFAULT);
  }

  /**
   * The demand in all files.
   *
   * @param paths files or folders
   * @throws TraceFormatException if a file is missing or malformed
   */
  public List<FunctionDemand> read(List<Path> paths) throws IOException {
    List<FunctionDemand> demands = new ArrayList<>();
    for (Path path : paths) {
      demands.addAll(read(path));
    }
    return demands;
  }

  private List<FunctionDemand> read(Path path) throws IOException {
    if (!Files.isDirectory(path) && ContainersPerMinute.recognises(path)) {
      return FunctionDemand.of(ContainersPerMinute.read(path));
    }
    ReadTrace read =
        TraceReader.newBuilder().seed(seed).options(options).build().read(List.of(path));
    read.remarks().forEach(remarks);
    read.assumptions().forEach(remarks);
    read.skippedLines()
        .forEach((file, lines) -> remarks.accept(file + ": left out " + lines + " bad lines"));
    return FunctionDemand.of(read.trace());
  }
}
