/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock that shows what a test says, in milliseconds. */
public final class FakeClock extends Clock {

  private final LongSupplier shownMs;

  public FakeClock(LongSupplier shownMs) {
    this.shownMs = shownMs;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(shownMs.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("no time of day is read from this clock");
  }
}
