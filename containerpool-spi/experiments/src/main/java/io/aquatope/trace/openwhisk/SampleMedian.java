/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * The median by sorting. Waits have few different values, on which selection as in Guava's {@code
 * Quantiles} takes time in proportion to the square of their number.
 */
final class SampleMedian {

  private SampleMedian() {}

  static OptionalDouble of(ImmutableLongArray values) {
    return of(values.stream().mapToDouble(value -> value).toArray());
  }

  static OptionalDouble of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static OptionalDouble of(double[] values) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(values);
    int upper = values.length / 2;
    int lower = (values.length - 1) / 2;
    return OptionalDouble.of(values[lower] / 2 + values[upper] / 2);
  }
}
