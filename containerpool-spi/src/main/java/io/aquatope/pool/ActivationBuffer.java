/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Activations that wait for a container: first those that containers have handed back, which were
 * taken before all the others, then the new ones, each in the order in which they came.
 */
final class ActivationBuffer {

  private final Deque<Activation> handedBack = new ArrayDeque<>();
  private final Deque<Activation> arrived = new ArrayDeque<>();
  private long memoryMb;

  void add(Activation activation) {
    arrived.addLast(activation);
    memoryMb += activation.function().memoryMb();
  }

  void addHandedBack(Activation activation) {
    handedBack.addLast(activation);
    memoryMb += activation.function().memoryMb();
  }

  /** The next one, or null. */
  @Nullable Activation head() {
    return first().peekFirst();
  }

  void removeHead() {
    memoryMb -= first().removeFirst().function().memoryMb();
  }

  boolean isEmpty() {
    return first().isEmpty();
  }

  int size() {
    return handedBack.size() + arrived.size();
  }

  long memoryMb() {
    return memoryMb;
  }

  private Deque<Activation> first() {
    return handedBack.isEmpty() ? arrived : handedBack;
  }
}
