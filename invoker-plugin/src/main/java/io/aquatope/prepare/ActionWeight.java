/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import java.time.Duration;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/** Bounds on the actions that are held so that containers can be prepared for them. */
public final class ActionWeight {

  /**
   * Maximum heap that all actions together may keep alive: a small part of an invoker's usual heap
   * of 2 GB. It suffices for the largest action that OpenWhisk accepts, with 48 MB of code and 1 MB
   * of parameters, if no other action needs the space.
   */
  public static final long MOST_BYTES = 64L << 20;

  /** Longer than the time between two calls of an action that runs once a day. */
  public static final Duration KEEP = Duration.ofHours(25);

  private ActionWeight() {}

  /** The heap in bytes that an action keeps alive; counted up to {@link #MOST_BYTES}. */
  public static long of(ExecutableWhiskAction action) {
    return new HeapEstimate(MOST_BYTES).add(action).bytes();
  }
}
