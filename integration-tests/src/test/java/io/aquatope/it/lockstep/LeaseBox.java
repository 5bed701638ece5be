/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A container of a sequence of leases, as both pools see it. */
final class LeaseBox {

  enum State {
    STEM_CELL_STARTING,
    STEM_CELL,
    /** Given to a lease that has not begun. */
    BOUND,
    /** It pulls activations. */
    BUSY,
    PAUSED
  }

  State state;
  @Nullable LockstepFunction function;
  int lease;

  /** Whether its lease began in a paused container. */
  boolean resumed;

  /** When it fetched the last activation under its lease. */
  @Nullable Instant fetched;

  LeaseBox(State state) {
    this.state = state;
  }

  boolean isPausedOf(LockstepFunction wanted) {
    return state == State.PAUSED && wanted.equals(function);
  }

  void bind(int toLease, LockstepFunction to) {
    resumed = state == State.PAUSED;
    state = State.BOUND;
    function = to;
    lease = toLease;
    fetched = null;
  }
}
