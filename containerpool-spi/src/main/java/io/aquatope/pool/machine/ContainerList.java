/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import org.jspecify.annotations.Nullable;

/**
 * A doubly linked list through the containers themselves. Adding, removing from the middle and
 * taking either end take constant time and allocate nothing.
 */
final class ContainerList {

  private @Nullable PooledContainer oldest;
  private @Nullable PooledContainer newest;
  private int size;

  int size() {
    return size;
  }

  @Nullable PooledContainer oldest() {
    return oldest;
  }

  @Nullable PooledContainer newest() {
    return newest;
  }

  void add(PooledContainer container) {
    if (container.list != null) {
      throw new IllegalStateException(container.id + " is in another list");
    }
    container.list = this;
    container.previous = newest;
    if (newest == null) {
      oldest = container;
    } else {
      newest.next = container;
    }
    newest = container;
    size++;
  }

  /** Takes a container out of the list that holds it, if any. */
  static void unlink(PooledContainer container) {
    ContainerList list = container.list;
    if (list == null) {
      return;
    }
    PooledContainer previous = container.previous;
    PooledContainer next = container.next;
    if (previous == null) {
      list.oldest = next;
    } else {
      previous.next = next;
    }
    if (next == null) {
      list.newest = previous;
    } else {
      next.previous = previous;
    }
    container.list = null;
    container.previous = null;
    container.next = null;
    list.size--;
  }
}
