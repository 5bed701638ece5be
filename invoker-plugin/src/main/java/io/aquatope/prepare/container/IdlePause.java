/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/**
 * Pauses a container when it has waited for a while, until it is wanted. Thread-safe.
 *
 * <p>OpenWhisk pauses idle containers after {@code pause-grace}, so that an action's code cannot
 * work between activations; code that has been initialised ahead must not either. Only the
 * processes stand still: the clocks of a container are the machine's, so that the time is right as
 * soon as it is resumed. Timers of the code that came due in between fire late, as in any container
 * that OpenWhisk pauses.
 */
final class IdlePause {

  private final Container container;
  private final TransactionMetadata transid;
  private final Cancellable timer;
  private boolean wanted;
  private @Nullable Future<BoxedUnit> pausing;

  IdlePause(Container container, Delay grace, TransactionMetadata transid) {
    this.container = container;
    this.transid = transid;
    this.timer = grace.after(this::begin);
  }

  /** Of a container that is in use. */
  static IdlePause none(Container container, TransactionMetadata transid) {
    return new IdlePause(container, Delay.NEVER, transid);
  }

  private synchronized void begin() {
    if (!wanted) {
      pausing = container.suspend(transid);
    }
  }

  /**
   * The container runs and goes on doing so when this completes; it fails if the container cannot
   * be resumed.
   */
  synchronized Future<BoxedUnit> end() {
    timer.cancel();
    wanted = true;
    Future<BoxedUnit> begun = pausing;
    pausing = null;
    return begun == null
        ? Future$.MODULE$.successful(BoxedUnit.UNIT)
        : begun.flatMap(paused -> container.resume(transid), container.ec());
  }

  /** Does something after a time that it knows. */
  @FunctionalInterface
  public interface Delay {

    /** Never does it. */
    Delay NEVER = work -> Cancellable.alreadyCancelled();

    Cancellable after(Runnable work);
  }
}
