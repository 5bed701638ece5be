/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import java.time.Duration;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/** The bounds on actions that are held so that containers can be prepared for them. */
public final class ActionWeight {

  /**
   * What all actions together may keep alive: little of an invoker's usual heap of 2 GB, and enough
   * for the largest action that OpenWhisk takes, with 48 MB of code and 1 MB of parameters, if
   * nobody else needs the room.
   */
  public static final long MOST_BYTES = 64L << 20;

  /** Longer than the time between two calls of an action that runs once a day. */
  public static final Duration KEEP = Duration.ofHours(25);

  private ActionWeight() {}

  /** The heap that an action keeps alive; not counted further than {@link #MOST_BYTES}. */
  public static long of(ExecutableWhiskAction action) {
    return new HeapEstimate(MOST_BYTES).add(action).bytes();
  }
}
