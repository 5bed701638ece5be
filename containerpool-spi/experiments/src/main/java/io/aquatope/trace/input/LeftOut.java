/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.util.Locale;

/**
 * Records of one kind that a reader left out of a trace.
 *
 * @param count how many
 * @param kind of the records, for people
 * @param reason why they are no load of containers, for people
 */
public record LeftOut(long count, String kind, String reason) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "left out %s (%,d): %s", kind, count, reason);
  }
}
