/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.Sets;
import io.aquatope.it.lockstep.Box.State;
import io.aquatope.pool.ContainerId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The containers that both pools have, which of the one is which of the other, and whether both
 * decided the same.
 */
final class Comparison {

  private final int memoryMb;
  private final int stemCellMb;
  private final Map<ContainerId, Box> boxes = new LinkedHashMap<>();
  private final BiMap<ContainerId, Integer> same = HashBiMap.create();
  private final Deque<ContainerId> leaving = new ArrayDeque<>();
  private final List<LockstepFunction> functionOf = new ArrayList<>();
  private int events;

  Comparison(int memoryMb, int stemCellMb) {
    this.memoryMb = memoryMb;
    this.stemCellMb = stemCellMb;
  }

  int newActivation(LockstepFunction function) {
    functionOf.add(function);
    return functionOf.size() - 1;
  }

  List<ContainerId> containers(Predicate<Box> where) {
    return boxes.entrySet().stream()
        .filter(entry -> where.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  Box box(ContainerId container) {
    return requireNonNull(boxes.get(container));
  }

  int theirs(ContainerId container) {
    return requireNonNull(same.get(container));
  }

  void forget(ContainerId container) {
    boxes.remove(container);
  }

  Optional<ContainerId> takeLeaving() {
    return Optional.ofNullable(leaving.poll());
  }

  /** Whether at most one container of each sort could take an activation of the function. */
  boolean hasUniqueChoice(LockstepFunction function) {
    return boxes.values().stream()
        .filter(box -> box.canTake(function))
        .collect(Collectors.groupingBy(box -> box.state, Collectors.counting()))
        .values()
        .stream()
        .allMatch(count -> count == 1);
  }

  /**
   * Compares what both decided at an event, and notes what has become of the containers.
   *
   * @param unexplained makes an error of a difference that nothing explains
   */
  Optional<Difference> compare(
      Event event,
      int bufferedBefore,
      List<Order<ContainerId>> ours,
      List<Order<Integer>> theirs,
      Function<String, AssertionError> unexplained) {
    events++;
    Decisions decisions = new Decisions(ours, theirs, same);
    matchStemCells(decisions);
    if (decisions.isSame()) {
      apply(decisions);
      return Optional.empty();
    }
    return Optional.of(
        explanation(event, bufferedBefore, decisions)
            .orElseThrow(() -> unexplained.apply("a difference at " + event)));
  }

  /** Ready stem cells of one sort are equal: if each pool takes another one, they change names. */
  private void matchStemCells(Decisions decisions) {
    for (int i = 0; i < Math.min(decisions.ourGiven.size(), decisions.theirGiven.size()); i++) {
      ContainerId ours = decisions.ourGiven.get(i).container();
      int theirs = decisions.theirGiven.get(i).container();
      ContainerId other = same.inverse().get(theirs);
      if (other != null && !other.equals(ours) && isReadyStemCell(ours) && isReadyStemCell(other)) {
        int ofOurs = requireNonNull(same.get(ours));
        same.remove(ours);
        same.forcePut(other, ofOurs);
        same.put(ours, theirs);
      }
    }
  }

  private boolean isReadyStemCell(ContainerId container) {
    Box box = boxes.get(container);
    return box != null && box.state == State.STEM_CELL;
  }

  private void apply(Decisions decisions) {
    for (ContainerId removed : decisions.ourRemoved) {
      boxes.remove(removed);
      leaving.add(removed);
    }
    for (int i = 0; i < decisions.ourStemCells.size(); i++) {
      ContainerId started = decisions.ourStemCells.get(i).container();
      same.put(started, decisions.theirStemCells.get(i).container());
      boxes.put(started, new Box(State.STEM_CELL_STARTING, stemCellMb));
    }
    for (int i = 0; i < decisions.ourGiven.size(); i++) {
      Order.Given<ContainerId> given = decisions.ourGiven.get(i);
      LockstepFunction function = functionOf.get(given.activation());
      same.put(given.container(), decisions.theirGiven.get(i).container());
      boxes
          .computeIfAbsent(
              given.container(), id -> new Box(State.WARMING_COLD, function.memoryMb()))
          .give(given.activation(), function, events);
    }
  }

  private Optional<Difference> explanation(Event event, int bufferedBefore, Decisions decisions) {
    boolean waiting = bufferedBefore > 0;
    if (decisions.ourRemoved.stream().anyMatch(this::isReadyStemCell)) {
      return Optional.of(Difference.STEM_CELLS_YIELD);
    } else if (waiting && decisions.theirStemCells.size() != decisions.ourStemCells.size()) {
      return Optional.of(Difference.WAITING_ACTIVATIONS_GO_BEFORE_STEM_CELLS);
    } else if (waiting && event == Event.HANDED_BACK) {
      return Optional.of(Difference.RETURNED_ACTIVATIONS_GO_FIRST);
    } else if (waiting && (event == Event.RESCHEDULING || event == Event.STEM_CELL_READY)) {
      return Optional.of(Difference.WAITING_ACTIVATIONS_ARE_TRIED_AT_ONCE);
    } else if (theirUsedMb(decisions) > memoryMb) {
      return Optional.of(Difference.NEVER_OVERCOMMITS);
    } else if (theirsEvictMore(decisions) || theirsWaitForMore(decisions)) {
      return Optional.of(Difference.EVICTS_ONLY_WHAT_IS_MISSING);
    } else if (evictAmongSimultaneous(decisions)) {
      return Optional.of(Difference.STARTS_AT_ONE_EVENT_ARE_SIMULTANEOUS);
    } else if (decisions.differInEqualContainers(boxes)) {
      return Optional.of(Difference.EQUAL_CONTAINERS);
    }
    return Optional.empty();
  }

  private static boolean theirsEvictMore(Decisions decisions) {
    return decisions.theirRemoved.size() > decisions.ourRemoved.size()
        && decisions.theirRemoved.containsAll(decisions.ourRemovedAsTheirs());
  }

  /** The first container that only one of the pools removes was last used with another victim. */
  private boolean evictAmongSimultaneous(Decisions decisions) {
    Set<ContainerId> theirs =
        decisions.theirRemoved.stream().map(same.inverse()::get).collect(Collectors.toSet());
    Set<ContainerId> all = Sets.union(theirs, new HashSet<>(decisions.ourRemoved));
    return Sets.symmetricDifference(theirs, new HashSet<>(decisions.ourRemoved)).stream()
        .anyMatch(
            one ->
                all.stream()
                    .anyMatch(
                        other ->
                            !other.equals(one) && box(other).lastGivenAt == box(one).lastGivenAt));
  }

  /** What is idle is less than the whole memory of the action that only we found room for. */
  private boolean theirsWaitForMore(Decisions decisions) {
    if (decisions.ourGiven.size() <= decisions.theirGiven.size()
        || decisions.ourRemoved.size() <= decisions.theirRemoved.size()) {
      return false;
    }
    int activation = decisions.ourGiven.get(decisions.theirGiven.size()).activation();
    Set<Integer> taken =
        decisions.theirGiven.stream().map(Order.Given::container).collect(Collectors.toSet());
    taken.addAll(decisions.theirRemoved);
    long idleMb =
        boxes.entrySet().stream()
            .filter(entry -> entry.getValue().isIdle())
            .filter(entry -> !taken.contains(theirs(entry.getKey())))
            .mapToLong(entry -> entry.getValue().memoryMb)
            .sum();
    return idleMb < functionOf.get(activation).memoryMb();
  }

  /** What OpenWhisk's containers take after its decisions. */
  private long theirUsedMb(Decisions decisions) {
    Set<Integer> removed = new HashSet<>(decisions.theirRemoved);
    long kept =
        boxes.entrySet().stream()
            .filter(entry -> !removed.contains(theirs(entry.getKey())))
            .mapToLong(entry -> entry.getValue().memoryMb)
            .sum();
    long started =
        decisions.theirGiven.stream()
            .filter(given -> !same.containsValue(given.container()))
            .collect(Collectors.toMap(Order.Given::container, g -> g, (one, other) -> one))
            .values()
            .stream()
            .mapToLong(given -> functionOf.get(given.activation()).memoryMb())
            .sum();
    return kept + started + (long) decisions.theirStemCells.size() * stemCellMb;
  }
}
