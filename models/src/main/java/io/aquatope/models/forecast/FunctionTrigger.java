/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import java.util.Locale;

/** Kind of trigger that calls a function, if known. */
public enum FunctionTrigger {
  TIMER,
  HTTP,
  QUEUE,
  ORCHESTRATION,
  EVENT,
  STORAGE,
  UNKNOWN;

  /** The trigger of that name in any case; {@link #UNKNOWN} for any other name. */
  public static FunctionTrigger of(String name) {
    for (FunctionTrigger trigger : values()) {
      if (trigger.name().equals(name.trim().toUpperCase(Locale.ROOT))) {
        return trigger;
      }
    }
    return UNKNOWN;
  }
}
