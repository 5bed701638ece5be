/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A namespace that calls as many functions, by as many roots, as it can, beside one that works. Run
 * one again with {@code -Dseed=}.
 */
final class HostileNamespaceTest {

  private static final int EVENTS = 10_000;
  private static final int FUNCTIONS = 64;
  private static final int ROOTS = 64;
  private static final int STAGES = 5;

  private final long seed = Long.getLong("seed", new SplittableRandom().nextLong());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final SuccessorSettings bounds = SuccessorFixture.settings(FUNCTIONS, 4, ROOTS, 0);
  private final SuccessorFixture beside = new SuccessorFixture(bounds).in("victim");
  private final SuccessorFixture alone = new SuccessorFixture(bounds).in("victim");
  private double now;
  private long hostileRoots;
  private long victimRoots;

  /**
   * Prevents that a tenant's functions, roots and expectations are forgotten because of another's:
   * it needs less than half of each table, and is told exactly what it would be told alone.
   */
  @RepeatedTest(5)
  void theOtherNamespaceIsToldWhatItWouldBeToldAlone() {
    beside.call("begin", -1, now);
    alone.call("begin", -1, now);
    List<Pending> pending = new ArrayList<>();
    for (int event = 0; event < EVENTS; event++) {
      now += random.nextDouble(0.01);
      if (random.nextInt(10) > 0) {
        hostile();
        continue;
      }
      boolean isNew = pending.size() < 8 && random.nextBoolean();
      if (isNew || pending.isEmpty()) {
        pending.add(new Pending(victimRoots++, 0, random.nextInt(3)));
      }
      Pending next = pending.remove(random.nextInt(pending.size()));
      String name = "w" + next.workflow + "s" + next.stage;
      beside.call(name, next.root, now);
      alone.call(name, next.root, now);
      if (next.stage < STAGES && random.nextInt(8) > 0) {
        pending.add(new Pending(next.root, next.stage + 1, next.workflow));
      }

      assertThat(beside.expected(now))
          .as("seed %s, event %s", seed, event)
          .filteredOn(each -> each.function().id().namespace().equals("victim"))
          .isEqualTo(alone.expected(now));
    }
    assertThat(beside.successors.size()).isLessThanOrEqualTo(FUNCTIONS + 2 * ROOTS);
    assertThat(alone.expected(now)).as("seed %s: there was something to lose", seed).isNotEmpty();
  }

  private record Pending(long root, int stage, int workflow) {}

  /** A new function, a new root, a stage of an old one, or a very wide one. */
  private void hostile() {
    beside.in("hostile");
    switch (random.nextInt(4)) {
      case 0 -> beside.call("f" + random.nextInt(100_000), hostileRoots++, now);
      case 1 -> beside.call("first", hostileRoots++, now).call("second", hostileRoots - 1, now);
      case 2 -> beside.call("s" + random.nextInt(40), random.nextInt(100), now);
      default -> beside.revision("" + random.nextInt(9)).fanOut("w", 20, 7, now).revision("1");
    }
    beside.in("victim");
  }

  /** One root that never ends holds as many stages as any, and its widths are cut. */
  @Test
  void aRootWithoutEndIsBounded() {
    for (int i = 0; i < EVENTS; i++) {
      beside.call("s" + i % 200, 1, i);
    }
    for (int i = 0; i < 3; i++) {
      beside
          .call("a", 10 + i, 2 * EVENTS + i * 1000)
          .fanOut("b", 6000, 10 + i, 2 * EVENTS + i * 1000 + 1);
    }

    assertThat(beside.successors.size()).isLessThanOrEqualTo(FUNCTIONS + 2 * ROOTS);
    assertThat(beside.call("a", 99, 3 * EVENTS).expected("b", 3 * EVENTS))
        .extracting(ExpectedDemand::count)
        .allMatch(count -> count <= 1 << 12);
  }

  /** A definition of one tenant must not make the function of another one likely. */
  @Test
  void aFollowerInAnotherNamespaceIsPassedOver() {
    FunctionSpec spied = SuccessorFixture.function("other", "spy", "1", 1);
    SuccessorFixture fixture =
        new SuccessorFixture(
            SuccessorFixture.PLAIN,
            activation -> List.of(new KnownFollower(spied, 4, 4, 1_000_000, 4)));

    assertThat(fixture.call("a", 1, 10).expected(10)).isEmpty();
    assertThat(fixture.successors.size()).isEqualTo(2);
  }
}
