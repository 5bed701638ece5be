/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;

public class Interval {
  private final Instant start;
  private final Instant end;

  public Interval(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return end;
  }
}
