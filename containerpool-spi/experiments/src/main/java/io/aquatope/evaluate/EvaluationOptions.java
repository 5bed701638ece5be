/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.tune.WorkflowFile;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The options of {@code evaluate}.
 *
 * @param workflows at least one
 * @param traces files or folders that make one trace, whose arrivals are used
 * @param profiles tables of measurements, CSV, gzip-compressed or not
 * @param methods to compare
 * @param seeds how often each workflow is run with each method, at least 1
 * @param reading about bad lines of the traces, and values that they do not have
 */
public record EvaluationOptions(
    ImmutableList<WorkflowFile> workflows,
    ImmutableList<Path> traces,
    ImmutableList<Path> profiles,
    ImmutableList<EvaluationMethod> methods,
    int seeds,
    ReaderOptions reading) {

  /** Options to which bad lines of the traces are errors. */
  public EvaluationOptions(
      ImmutableList<WorkflowFile> workflows,
      ImmutableList<Path> traces,
      ImmutableList<Path> profiles,
      ImmutableList<EvaluationMethod> methods,
      int seeds) {
    this(workflows, traces, profiles, methods, seeds, ReaderOptions.DEFAULT);
  }

  public EvaluationOptions {
    if (workflows.isEmpty() || seeds < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d workflows and %d seeds, expected at least one of each",
              workflows.size(),
              seeds));
    }
    if (workflows.stream().map(WorkflowFile::name).distinct().count() < workflows.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "workflows %s, expected different names",
              workflows.stream().map(WorkflowFile::name).toList()));
    }
  }
}
