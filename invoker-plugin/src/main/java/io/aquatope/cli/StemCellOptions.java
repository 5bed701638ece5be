/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.ReactiveSettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the stem cells of the simulated cluster. */
final class StemCellOptions {

  private static final int MOST_SHOWN = 5;

  @Option(
      names = "--runtimes-manifest",
      paramLabel = "FILE",
      description =
          "OpenWhisk's runtimes.json of the cluster: its stem cells, reactive ones included, are"
              + " those of every policy. Without it they are not known: openwhisk has none, and"
              + " openwhisk-reactive up to four of each runtime and memory.")
  private @Nullable Path manifest;

  /** OpenWhisk's settings: the stem cells of the manifest, or else of all sorts in the trace. */
  PolicySettings settings(Trace trace) throws IOException {
    return manifest == null
        ? ReactiveStemCells.of(trace)
        : PolicySettings.DEFAULT.withStemCells(ManifestStemCells.read(manifest));
  }

  /** The stem cells in a sentence without its end. */
  String describe(Trace trace, PolicySettings settings) {
    if (manifest == null) {
      return "the stem cells of the cluster are not known (--runtimes-manifest names them):"
          + " openwhisk has none, openwhisk-reactive up to four of each runtime and memory";
    }
    List<StemCellSettings> cells = settings.stemCells();
    if (cells.isEmpty()) {
      return "stem cells as in " + manifest + ": none";
    }
    String shown =
        cells.stream()
            .limit(MOST_SHOWN)
            .map(StemCellOptions::describe)
            .collect(Collectors.joining(", "));
    long served = trace.functions().stream().filter(one -> isServed(one.spec(), cells)).count();
    return String.format(
        Locale.ROOT,
        "stem cells as in %s: %s%s; they can serve %,d of %,d functions",
        manifest,
        shown,
        cells.size() > MOST_SHOWN ? " and " + (cells.size() - MOST_SHOWN) + " more sorts" : "",
        served,
        trace.functions().size());
  }

  private static String describe(StemCellSettings cells) {
    StemCell sort = cells.stemCell();
    String count =
        String.format(
            Locale.ROOT, "%d %s with %d MB", cells.initialCount(), sort.kind(), sort.memoryMb());
    return count + cells.reactive().map(StemCellOptions::describe).orElse("");
  }

  private static String describe(ReactiveSettings rules) {
    return String.format(Locale.ROOT, " (reactive %d to %d)", rules.minCount(), rules.maxCount());
  }

  private static boolean isServed(FunctionSpec function, List<StemCellSettings> cells) {
    return cells.stream().map(StemCellSettings::stemCell).anyMatch(function.stemCell()::equals);
  }
}
