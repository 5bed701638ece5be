/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.SuccessorFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SuccessorDemandTest {

  private static final double HOUR = 3600;
  private static final double COLD_SECONDS = 2;
  private static final FunctionSpec B = SuccessorFixture.function("ns", "b", "1", 1);

  private final SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);

  private Map<FunctionSpec, Integer> wanted(double gbSecondsPerSecond, double seconds) {
    PrewarmSettings settings = PrewarmSettings.DEFAULT.withGbSecondsPerSecond(gbSecondsPerSecond);
    return Maps.transformValues(
        new SuccessorDemand(function -> COLD_SECONDS, settings)
            .select(fixture.successors, SuccessorFixture.micros(seconds)),
        List::size);
  }

  private void learn(double delay, int width, int every) {
    learn(fixture, delay, width, every);
  }

  private static void learn(SuccessorFixture fixture, double delay, int width, int every) {
    for (int root = 0; root < 20; root++) {
      fixture.call("a", root, root * HOUR);
      if (root % every == 0) {
        fixture.fanOut("b", width, root, root * HOUR + delay);
      }
    }
    fixture.call("a", 99, 30 * HOUR);
  }

  @Test
  void aSoonAndSureFollowerIsWanted() {
    learn(1, 4, 1);

    assertThat(wanted(100, 30 * HOUR)).containsExactly(Map.entry(B, 4));
  }

  @Test
  void instancesInFlightAddUp() {
    learn(1, 4, 1);
    fixture.call("a", 100, 30 * HOUR);

    assertThat(wanted(100, 30 * HOUR)).containsExactly(Map.entry(B, 8));
  }

  @Test
  void aLateFollowerIsWantedOnlyWhenItHasToBeOrdered() {
    learn(100, 1, 1);

    assertThat(wanted(100, 30 * HOUR)).isEmpty();
    assertThat(wanted(100, 30 * HOUR + 75)).containsExactly(Map.entry(B, 1));
  }

  @Test
  void whatIsNotWorthItsMemoryIsNotWanted() {
    learn(1, 1, 5);

    assertThat(wanted(100, 30 * HOUR)).isNotEmpty();
    assertThat(wanted(1, 30 * HOUR)).isEmpty();
  }

  private Map<FunctionSpec, List<Double>> wantedOf(SuccessorDemand demand, long root, double at) {
    return demand.select(
        fixture.successors, SuccessorFixture.call("a", root), SuccessorFixture.micros(at));
  }

  /** Prevents that each call of a burst weighs all roots in flight, and sorts their needs. */
  @Test
  void aCallIsToldOfItsOwnFollowersAndHowManyOthersThereAre() {
    learn(1, 4, 1);
    AtomicInteger weighed = new AtomicInteger();
    SuccessorDemand demand =
        new SuccessorDemand(
            f -> weighed.incrementAndGet() * 0 + COLD_SECONDS, PrewarmSettings.DEFAULT);
    for (int root = 100; root < 200; root++) {
      fixture.call("a", root, 30 * HOUR);
      weighed.set(0);

      assertThat(wantedOf(demand, root, 30 * HOUR).get(B)).hasSize(4);
      assertThat(weighed).as("expectations weighed").hasValue(1);
      assertThat(demand.total(B)).isEqualTo(4 * (root - 99));
    }
    assertThat(demand.select(fixture.successors, SuccessorFixture.micros(30 * HOUR)).get(B))
        .hasSize(4 * 101); // with the one that learn() leaves in flight
    assertThat(demand.total(B)).isEqualTo(4 * 101);
  }

  @Test
  void whatHasComeIsNoLongerCounted() {
    learn(1, 1, 1);
    SuccessorDemand demand = new SuccessorDemand(f -> COLD_SECONDS, PrewarmSettings.DEFAULT);
    fixture.call("a", 100, 30 * HOUR).call("a", 101, 30 * HOUR);
    wantedOf(demand, 100, 30 * HOUR);
    wantedOf(demand, 101, 30 * HOUR);
    fixture.call("b", 100, 30 * HOUR + 1);

    demand.select(
        fixture.successors,
        SuccessorFixture.call("b", 100),
        SuccessorFixture.micros(30 * HOUR + 1));

    assertThat(demand.total(B)).isEqualTo(1);
  }

  /** A workflow that fans out without end must not fill the heap of the pool's thread. */
  @Test
  void noFunctionIsWantedMoreOftenThanAnyPoolHasMemory() {
    learn(1, 4000, 1);
    SuccessorDemand demand = new SuccessorDemand(f -> COLD_SECONDS, PrewarmSettings.DEFAULT);
    for (int root = 100; root < 110; root++) {
      fixture.call("a", root, 30 * HOUR);
      wantedOf(demand, root, 30 * HOUR);
    }

    assertThat(demand.total(B)).isEqualTo(SuccessorDemand.MOST_CONTAINERS);
    assertThat(demand.select(fixture.successors, SuccessorFixture.micros(30 * HOUR)).get(B))
        .hasSize(SuccessorDemand.MOST_CONTAINERS);
  }

  /**
   * What is remembered of other causes is what weighing all of them would find: at one time
   * exactly; later, less what has come to its time since, and more what is over, until the next
   * plan.
   */
  @Property(tries = 100)
  void rememberedDemandIsThatOfWeighingAllCauses(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SuccessorFixture burst = new SuccessorFixture(SuccessorFixture.PLAIN);
    learn(burst, 1, 1 + random.nextInt(4), 1 + random.nextInt(2));
    SuccessorDemand demand = new SuccessorDemand(f -> COLD_SECONDS, PrewarmSettings.DEFAULT);
    SuccessorDemand all = new SuccessorDemand(f -> COLD_SECONDS, PrewarmSettings.DEFAULT);
    double at = 40 * HOUR;
    List<Long> roots = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boolean isFirst = roots.isEmpty() || random.nextInt(3) > 0;
      long root = isFirst ? 1000 + i : roots.remove(random.nextInt(roots.size()));
      String name = isFirst ? "a" : "b";
      if (isFirst) {
        roots.add(root);
      }
      burst.call(name, root, at);
      long now = SuccessorFixture.micros(at);

      demand.select(burst.successors, SuccessorFixture.call(name, root), now);

      assertThat(demand.total(B))
          .isEqualTo(all.select(burst.successors, now).getOrDefault(B, List.of()).size());
    }
  }
}
