/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Activations that wait for a container. Activations that containers have handed back come first,
 * because the pool took them before all others. New activations follow. Each group keeps the order
 * of arrival.
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

  /** The next activation, or null. */
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
