/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The options of a comparison of methods on any workflows.
 *
 * @param profiles tables of measurements, CSV, gzip-compressed or not
 * @param methods to run, each once
 * @param budget evaluations per seed, at least 1
 * @param batch proposals asked for at a time; 0 leaves it to each method
 * @param seeds how often each method is run
 * @param fault of the workflow during the tuning
 */
public record TuneOptions(
    ImmutableList<Path> profiles,
    ImmutableList<TuningMethod> methods,
    int budget,
    int batch,
    int seeds,
    InjectedFault fault) {

  public TuneOptions {
    if (budget < 1 || batch < 0 || seeds < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "budget and seeds must be at least 1 and batch not negative, were %d, %d, %d",
              budget,
              seeds,
              batch));
    }
    methods = methods.stream().distinct().sorted().collect(ImmutableList.toImmutableList());
  }
}
