/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import java.util.Locale;

/** Part of OpenWhisk that chooses the invoker of an activation or of a container. */
public enum PlacementKind {
  /** The sharding load balancer: a home invoker for each function. */
  SHARDING,
  /** The scheduler: an invoker with a ready container, else one at random. */
  SCHEDULER;

  /**
   * The kind of a name such as {@code sharding}.
   *
   * @throws IllegalArgumentException naming the text and the expected names
   */
  public static PlacementKind of(String text) {
    for (PlacementKind kind : values()) {
      if (kind.toString().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "unknown placement '" + text + "', expected sharding or scheduler");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
