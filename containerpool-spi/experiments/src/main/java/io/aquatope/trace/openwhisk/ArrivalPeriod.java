/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.math.Quantiles;
import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.trace.Trace;

/**
 * A period of arrivals, in milliseconds since 1970.
 *
 * @param first millisecond
 * @param last millisecond
 */
record ArrivalPeriod(long first, long last) {

  static final ArrivalPeriod ALL = new ArrivalPeriod(Long.MIN_VALUE, Long.MAX_VALUE);

  /** As long as a trace may be, with the median of the arrivals in the middle. */
  static ArrivalPeriod around(ImmutableLongArray arrivals) {
    if (arrivals.isEmpty()) {
      return ALL;
    }
    long median = (long) Quantiles.median().computeInPlace(toDoubles(arrivals));
    long half = Trace.LONGEST.toMillis() / 2;
    return new ArrivalPeriod(median - half, median + half);
  }

  private static double[] toDoubles(ImmutableLongArray arrivals) {
    return arrivals.stream().mapToDouble(millis -> millis).toArray();
  }

  boolean contains(long millis) {
    return millis >= first && millis <= last;
  }
}
