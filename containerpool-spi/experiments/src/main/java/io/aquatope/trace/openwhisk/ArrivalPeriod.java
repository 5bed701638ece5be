/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.trace.Trace;
import java.util.OptionalDouble;

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
    OptionalDouble middle = SampleMedian.of(arrivals);
    if (middle.isEmpty()) {
      return ALL;
    }
    long median = (long) middle.getAsDouble();
    long half = Trace.LONGEST.toMillis() / 2;
    return new ArrivalPeriod(median - half, median + half);
  }

  boolean contains(long millis) {
    return millis >= first && millis <= last;
  }
}
