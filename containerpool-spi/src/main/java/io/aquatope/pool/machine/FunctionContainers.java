/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.FunctionCount;
import org.jspecify.annotations.Nullable;

/** The containers of one function, grouped by readiness for its next activation. */
final class FunctionContainers {

  /** Warm containers with free capacity; the most recently released one last. */
  final ContainerList warm = new ContainerList();

  final ContainerList prepared = new ContainerList();
  final ContainerList preparing = new ContainerList();

  /**
   * Containers that are being initialised and have free capacity. Only functions with concurrency
   * have these.
   */
  final ContainerList warming = new ContainerList();

  final ContainerList warmingCold = new ContainerList();

  /** All containers of the function, including those about to end. */
  int members;

  /** Containers with at least one activation, in whichever list or in none. */
  int busy;

  /** Warm containers that run nothing. */
  int idle;

  /** The container nearest to ready that an activation can have before a stem cell, or null. */
  @Nullable PooledContainer nearestToReady() {
    PooledContainer container = warm.newest();
    if (container == null) {
      container = prepared.newest();
    }
    if (container == null) {
      container = warming.oldest();
    }
    return container == null ? warmingCold.oldest() : container;
  }

  /** Adds a container to the list that fits its state and free capacity, or to none. */
  void file(PooledContainer container) {
    ContainerList.unlink(container);
    ContainerList list = listFor(container);
    if (list != null) {
      list.add(container);
    }
  }

  private @Nullable ContainerList listFor(PooledContainer container) {
    if (!container.hasCapacity()) {
      return null;
    }
    return switch (container.state) {
      case WARM -> warm;
      case PREPARED -> prepared;
      case PREPARING -> preparing;
      case WARMING -> warming;
      case WARMING_COLD -> warmingCold;
      case STEM_CELL_STARTING, STEM_CELL, LEAVING -> null;
    };
  }

  FunctionCount count() {
    return new FunctionCount(busy, idle, prepared.size(), preparing.size());
  }
}
