/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/**
 * Pauses a container after a time without use, until it is needed. Thread-safe.
 *
 * <p>OpenWhisk pauses idle containers after {@code pause-grace}, so that an action's code cannot
 * work between activations. The same must hold for code that was initialised ahead. Only the
 * processes stop. The clocks of a container are the machine's, so the time is right as soon as it
 * is resumed. Timers of the code that became due in between fire late, as in any container that
 * OpenWhisk pauses.
 */
final class IdlePause {

  private final Container container;
  private final TransactionMetadata transid;
  private final Cancellable timer;

  @GuardedBy("this")
  private boolean wanted;

  @GuardedBy("this")
  private @Nullable Future<BoxedUnit> pausing;

  @GuardedBy("this")
  private Future<BoxedUnit> resumed = Future$.MODULE$.successful(BoxedUnit.UNIT);

  IdlePause(Container container, Delay grace, TransactionMetadata transid) {
    this.container = container;
    this.transid = transid;
    this.timer = grace.after(this::begin);
  }

  /** For a container that is in use: it is never paused. */
  static IdlePause none(Container container, TransactionMetadata transid) {
    return new IdlePause(container, Delay.NEVER, transid);
  }

  private synchronized void begin() {
    if (!wanted) {
      pausing = container.suspend(transid);
    }
  }

  /**
   * Ends the pause. When the future completes, the container runs and will not be paused again. The
   * future fails if the container cannot be resumed. May be called again.
   */
  synchronized Future<BoxedUnit> end() {
    timer.cancel();
    wanted = true;
    Future<BoxedUnit> begun = pausing;
    pausing = null;
    if (begun != null) {
      resumed = begun.flatMap(paused -> container.resume(transid), container.ec());
    }
    return resumed;
  }

  /** Runs work after a fixed delay. */
  @FunctionalInterface
  public interface Delay {

    /** Never runs it. */
    Delay NEVER = work -> Cancellable.alreadyCancelled();

    Cancellable after(Runnable work);
  }
}
