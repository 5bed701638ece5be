/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container of a sequence, as both pools see it. */
final class Box {

  enum State {
    STEM_CELL_STARTING,
    STEM_CELL,
    /** Being initialised from a stem cell. */
    WARMING,
    /** Being created for its first activation. */
    WARMING_COLD,
    WARM
  }

  final int memoryMb;
  State state;
  @Nullable LockstepFunction function;
  final List<Integer> activations = new ArrayList<>();

  /** The number of the event at which it was given something last. */
  int lastGivenAt;

  Box(State state, int memoryMb) {
    this.state = state;
    this.memoryMb = memoryMb;
  }

  boolean canTake(LockstepFunction wanted) {
    return wanted.equals(function) && activations.size() < wanted.maxConcurrent();
  }

  boolean isIdle() {
    return state == State.WARM && activations.isEmpty();
  }

  boolean isStemCell() {
    return state == State.STEM_CELL || state == State.STEM_CELL_STARTING;
  }

  void give(int activation, LockstepFunction to, int event) {
    if (state == State.STEM_CELL) {
      state = State.WARMING;
    }
    function = to;
    activations.add(activation);
    lastGivenAt = event;
  }
}
