/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import io.aquatope.it.lockstep.LeaseSequence.Shape;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.ActorSystem;

/**
 * Plays random sequences of leases with an OpenWhisk on the class path; prints how many ended by
 * which difference. Fails at the first difference that nothing explains.
 */
final class LeaseLockstep {

  private static final List<Integer> ONE_SIZE = List.of(256);
  private static final List<Integer> MIXED = List.of(256, 128, 512);

  /** OpenWhisk's pool leaves timers behind, so a system of actors serves only so many. */
  private static final int SEQUENCES_OF_A_SYSTEM = 250;

  private LeaseLockstep() {}

  /** {@code sequences}: how many of each shape. */
  public static void main(String[] args) {
    int sequences = Integer.parseInt(args[0]);
    Set<LeaseDifference> none = EnumSet.noneOf(LeaseDifference.class);
    Set<LeaseDifference> all = EnumSet.allOf(LeaseDifference.class);
    int status = 0;
    try {
      play("one memory size", new Shape(ONE_SIZE, 0, 1, 5), sequences, none);
      play("mixed sizes", new Shape(MIXED, 0, 1, 5), sequences, none);
      play("stem cells and memory for all", new Shape(MIXED, 2, 60, 100), sequences, none);
      play("stem cells", new Shape(ONE_SIZE, 2, 3, 12), sequences, all);
      play("mixed sizes, stem cells", new Shape(MIXED, 2, 3, 12), sequences, all);
    } catch (AssertionError e) {
      System.out.println(e.getMessage());
      status = 1;
    }
    // Exits: an installation's libraries may have started threads that do not end.
    System.exit(status);
  }

  private static void play(String name, Shape shape, int sequences, Set<LeaseDifference> expected) {
    Map<LeaseDifference, Integer> differences = new EnumMap<>(LeaseDifference.class);
    long events = 0;
    ActorSystem system = ActorSystem.create("lockstep");
    for (int seed = 0; seed < sequences; seed++) {
      if (seed % SEQUENCES_OF_A_SYSTEM == SEQUENCES_OF_A_SYSTEM - 1) {
        system.terminate();
        system = ActorSystem.create("lockstep");
      }
      try (LeaseSequence sequence = new LeaseSequence(seed, shape, system)) {
        Optional<LeaseDifference> difference = sequence.play();
        difference.ifPresent(d -> differences.merge(d, 1, Integer::sum));
        if (!expected.containsAll(differences.keySet())) {
          throw sequence.unexplained(name + ": not expected are " + differences.keySet());
        }
        events += sequence.events();
      }
    }
    system.terminate();
    int same = sequences - differences.values().stream().mapToInt(count -> count).sum();
    System.out.printf(
        "%s: %s sequences, %s events, the same to the end %s, else %s%n",
        name, sequences, events, same, differences);
  }
}
