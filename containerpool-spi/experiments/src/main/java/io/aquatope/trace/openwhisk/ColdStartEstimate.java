/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.primitives.ImmutableLongArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Estimate of the functions' cold starts from their activation records.
 *
 * <p>A record does not contain the time to create a container, which is a part of the wait. A warm
 * activation waits as well, for the controller, the message bus and the pool. The cold start is
 * therefore the median of {@code wait − median(wait of warm ones) + init} over the starts of new
 * containers. Starts from stem cells do not count, as they did not wait for a creation. A function
 * that only those served has the creation of the others of its runtime and its own init.
 */
final class ColdStartEstimate {

  private final double usualWait;
  private final double bound;
  private final Map<String, List<Double>> creations = new TreeMap<>();
  private final List<Double> allCreations = new ArrayList<>();
  private long fromStemCells;
  private long withoutWait;

  ColdStartEstimate(Collection<ContainerStarts> functions) {
    ImmutableLongArray.Builder waits = ImmutableLongArray.builder();
    functions.forEach(function -> waits.addAll(function.warmWaits()));
    this.usualWait = SampleMedian.of(waits.build()).orElse(0);
    this.bound =
        StemCellBound.of(
            functions.stream()
                .filter(function -> !function.hasOwnImage())
                .flatMapToDouble(function -> Arrays.stream(extraWaits(function)))
                .toArray());
    functions.forEach(this::count);
  }

  private void count(ContainerStarts function) {
    withoutWait += function.withoutWait();
    for (double extra : extraWaits(function)) {
      if (isFromStemCell(function, extra)) {
        fromStemCells++;
      } else {
        creations.computeIfAbsent(function.kind(), kind -> new ArrayList<>()).add(extra);
        allCreations.add(extra);
      }
    }
  }

  private double[] extraWaits(ContainerStarts function) {
    return function.extraWaits(function.usualWait().orElse(usualWait));
  }

  private boolean isFromStemCell(ContainerStarts function, double extraWait) {
    return !function.hasOwnImage() && extraWait < bound;
  }

  /** The cold start in microseconds; empty if no record tells it. */
  OptionalLong micros(ContainerStarts function) {
    double[] extraWaits = extraWaits(function);
    ImmutableLongArray inits = function.inits();
    List<Double> colds = new ArrayList<>();
    for (int i = 0; i < extraWaits.length; i++) {
      if (!isFromStemCell(function, extraWaits[i])) {
        colds.add(extraWaits[i] + inits.get(i));
      }
    }
    if (!colds.isEmpty()) {
      return toMicros(SampleMedian.of(colds).orElseThrow());
    }
    OptionalDouble init = SampleMedian.of(inits);
    List<Double> others = creations.getOrDefault(function.kind(), allCreations);
    return init.isEmpty() || others.isEmpty()
        ? OptionalLong.empty()
        : toMicros(SampleMedian.of(others).orElseThrow() + init.getAsDouble());
  }

  private static OptionalLong toMicros(double millis) {
    return OptionalLong.of(Math.round(millis * TimeUnit.MILLISECONDS.toMicros(1)));
  }

  /** The number of starts of new containers of each runtime. */
  Map<String, Integer> coldStarts() {
    Map<String, Integer> counts = new TreeMap<>();
    creations.forEach((kind, waits) -> counts.put(kind, waits.size()));
    return counts;
  }

  /** The number of starts that did not count, as they found a stem cell. */
  long fromStemCells() {
    return fromStemCells;
  }

  /** The number of starts that did not count, as their wait is not recorded. */
  long withoutWait() {
    return withoutWait;
  }
}
