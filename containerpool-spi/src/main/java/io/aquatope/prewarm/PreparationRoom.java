/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.PoolView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Memory for the preparations of one plan: the free memory, and that of ready containers of far
 * less value.
 *
 * <p>A container that exists is worth more than one that does not: it serves calls now, and a new
 * one serves none until it is ready. Also, the preparation with the greatest estimated value is
 * most likely one whose value is overestimated. So a preparation replaces only a container whose
 * value per MB is at most a quarter of its own, and fills free memory otherwise.
 */
final class PreparationRoom {

  /** Share of the memory that is left to calls that were not forecast. */
  private static final double SPARE = 0.02;

  /** Most of a preparation's value that a container may have that gives way to it. */
  private static final double REPLACEABLE = 0.25;

  private final PriorityQueue<ContainerTarget> least =
      new PriorityQueue<>(Comparator.comparingDouble(ContainerTarget::leastKeptValuePerMb));
  private double freeMb;

  /**
   * @param targets of the functions in the plan. The containers that they do not want are released
   *     first; those that they give up in {@link #take} are to be released, too
   */
  PreparationRoom(List<ContainerTarget> targets, PoolView pool) {
    double free = pool.memoryMb() * (1 - SPARE) - pool.usedMb();
    for (ContainerTarget target : targets) {
      free += (double) target.function().memoryMb() * Math.max(0, target.excess());
      if (target.isReplaceable()) {
        least.add(target);
      }
    }
    freeMb = Math.max(0, free);
  }

  /**
   * Takes the memory of one further container of a function. Ready containers of other functions
   * may become unwanted by this.
   *
   * @param valuePerMb of the further container
   * @return whether there is room
   */
  boolean take(ContainerTarget target, double valuePerMb) {
    int mb = target.function().memoryMb();
    double most = valuePerMb * REPLACEABLE;
    List<ContainerTarget> replaced = new ArrayList<>();
    double room = freeMb;
    while (room < mb && !least.isEmpty() && least.element().leastKeptValuePerMb() <= most) {
      ContainerTarget victim = least.remove();
      replaced.add(victim);
      room += victim.function().memoryMb();
      victim.giveUpKept();
      if (victim.isReplaceable()) {
        least.add(victim);
      }
    }
    if (room < mb) {
      for (ContainerTarget victim : replaced) {
        least.remove(victim);
        victim.keepAgain();
        least.add(victim);
      }
      return false;
    }
    freeMb = room - mb;
    return true;
  }
}
