/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import io.aquatope.pool.ContainerId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What both pools decided at one event. */
final class Decisions {

  final List<Order.Given<ContainerId>> ourGiven = new ArrayList<>();
  final List<Order.Given<Integer>> theirGiven = new ArrayList<>();
  final List<ContainerId> ourRemoved = new ArrayList<>();
  final List<Integer> theirRemoved = new ArrayList<>();
  final List<Order.StemCellStarted<ContainerId>> ourStemCells = new ArrayList<>();
  final List<Order.StemCellStarted<Integer>> theirStemCells = new ArrayList<>();

  private final BiMap<ContainerId, Integer> same;

  /**
   * @param same which of our containers is which of theirs
   */
  Decisions(
      List<Order<ContainerId>> ours,
      List<Order<Integer>> theirs,
      BiMap<ContainerId, Integer> same) {
    this.same = same;
    sort(ours, ourGiven, ourRemoved, ourStemCells);
    sort(theirs, theirGiven, theirRemoved, theirStemCells);
  }

  private static <C> void sort(
      List<Order<C>> orders,
      List<Order.Given<C>> given,
      List<C> removed,
      List<Order.StemCellStarted<C>> stemCells) {
    for (Order<C> order : orders) {
      if (order instanceof Order.Given<C> g) {
        given.add(g);
      } else if (order instanceof Order.Removed<C> r) {
        removed.add(r.container());
      } else if (order instanceof Order.StemCellStarted<C> s) {
        stemCells.add(s);
      }
    }
  }

  List<Integer> ourRemovedAsTheirs() {
    return ourRemoved.stream().map(same::get).toList();
  }

  boolean isSame() {
    return ourGiven.size() == theirGiven.size()
        && ourStemCells.size() == theirStemCells.size()
        && new HashSet<>(ourRemovedAsTheirs()).equals(new HashSet<>(theirRemoved))
        && allGivenAreSame();
  }

  private boolean allGivenAreSame() {
    BiMap<ContainerId, Integer> started = HashBiMap.create();
    for (int i = 0; i < ourGiven.size(); i++) {
      if (!isSame(ourGiven.get(i), theirGiven.get(i), started)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(
      Order.Given<ContainerId> ours,
      Order.Given<Integer> theirs,
      BiMap<ContainerId, Integer> started) {
    if (ours.activation() != theirs.activation()) {
      return false;
    }
    Integer known = same.get(ours.container());
    if (known != null) {
      return known.equals(theirs.container());
    }
    return !same.containsValue(theirs.container())
        && started
            .computeIfAbsent(ours.container(), c -> theirs.container())
            .equals(theirs.container());
  }

  /**
   * The first activation that differs went to a container of the same function in the same state.
   */
  boolean differInEqualContainers(Map<ContainerId, Box> boxes) {
    for (int i = 0; i < Math.min(ourGiven.size(), theirGiven.size()); i++) {
      Box ours = boxes.get(ourGiven.get(i).container());
      ContainerId other = same.inverse().get(theirGiven.get(i).container());
      Box theirs = other == null ? null : boxes.get(other);
      if (ours != theirs) {
        return ours != null
            && theirs != null
            && ours.state == theirs.state
            && requireNonNull(ours.function).equals(theirs.function);
      }
    }
    return false;
  }
}
