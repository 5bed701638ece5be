/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import io.aquatope.it.lockstep.Sequence.Shape;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.ActorSystem;

/**
 * Plays random sequences with an OpenWhisk on the class path; prints how many ended by which
 * difference. Fails at the first difference that nothing explains.
 */
final class Lockstep {

  private static final List<Integer> ONE_SIZE = List.of(256);
  private static final List<Integer> MIXED = List.of(256, 128, 512);

  private static final Set<Difference> SAME_SIZE =
      EnumSet.of(Difference.EQUAL_CONTAINERS, Difference.STARTS_AT_ONE_EVENT_ARE_SIMULTANEOUS);
  private static final Set<Difference> OTHER_SIZES =
      EnumSet.of(
          Difference.EQUAL_CONTAINERS,
          Difference.STARTS_AT_ONE_EVENT_ARE_SIMULTANEOUS,
          Difference.EVICTS_ONLY_WHAT_IS_MISSING,
          Difference.NEVER_OVERCOMMITS);
  private static final Set<Difference> WITH_STEM_CELLS =
      EnumSet.of(
          Difference.EQUAL_CONTAINERS,
          Difference.STARTS_AT_ONE_EVENT_ARE_SIMULTANEOUS,
          Difference.STEM_CELLS_YIELD,
          Difference.WAITING_ACTIVATIONS_GO_BEFORE_STEM_CELLS);
  private static final Set<Difference> EVERYTHING = EnumSet.allOf(Difference.class);

  private Lockstep() {}

  /** {@code sequences}: how many of each shape. */
  public static void main(String[] args) {
    int sequences = Integer.parseInt(args[0]);
    ActorSystem system = ActorSystem.create("lockstep");
    int status = 0;
    try {
      play("one memory size", new Shape(ONE_SIZE, 0, true), sequences, SAME_SIZE, system);
      play("mixed sizes", new Shape(MIXED, 0, true), sequences, OTHER_SIZES, system);
      play("stem cells", new Shape(ONE_SIZE, 2, true), sequences, WITH_STEM_CELLS, system);
      play("mixed sizes, stem cells", new Shape(MIXED, 2, true), sequences, EVERYTHING, system);
      play("containers end at any time", new Shape(MIXED, 2, false), sequences, EVERYTHING, system);
    } catch (AssertionError e) {
      System.out.println(e.getMessage());
      status = 1;
    }
    // Exits: an installation's libraries may have started threads that do not end.
    System.exit(status);
  }

  private static void play(
      String name, Shape shape, int sequences, Set<Difference> expected, ActorSystem system) {
    Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
    long events = 0;
    for (long seed = 0; seed < sequences; seed++) {
      try (Sequence sequence = new Sequence(seed, shape, system)) {
        Optional<Difference> difference = sequence.play();
        difference.ifPresent(d -> differences.merge(d, 1, Integer::sum));
        if (!expected.containsAll(differences.keySet())) {
          throw sequence.unexplained(name + ": not expected are " + differences.keySet());
        }
        events += sequence.events();
      }
    }
    int same = sequences - differences.values().stream().mapToInt(count -> count).sum();
    System.out.printf(
        "%s: %s sequences, %s events, the same to the end %s, else %s%n",
        name, sequences, events, same, differences);
  }
}
