/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever is called. */
final class SuccessorsPropertyTest {

  private static final double HOUR = 3600;

  private record Arrival(double seconds, String namespace, String name, long root) {

    void happenTo(SuccessorFixture fixture) {
      fixture.in(namespace).call(name, root, seconds);
    }
  }

  /** Every function is called by roots of its own, at a rate of its own. */
  private static List<Arrival> independent(
      int functions, double leastGap, double mostGap, double seconds, SplittableRandom random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int f = 0; f < functions; f++) {
      double gap = leastGap * Math.pow(mostGap / leastGap, random.nextDouble());
      for (double at = gap * RandomVariates.exponential(random);
          at < seconds;
          at += gap * RandomVariates.exponential(random)) {
        arrivals.add(new Arrival(at, "ns", "f" + f, arrivals.size()));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::seconds));
    return arrivals;
  }

  /** Instances of workflows with branches, loops and fan-outs, some of them at the same time. */
  private static List<Arrival> workflows(int namespaces, int instances, SplittableRandom random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      String namespace = "ns" + random.nextInt(namespaces);
      double at = random.nextDouble(10_000);
      int depth = random.nextInt(1, 7);
      for (int stage = 0; stage < depth; stage++) {
        int width = random.nextInt(4) == 0 ? random.nextInt(2, 5) : 1;
        String name = "s" + stage + (random.nextInt(3) == 0 ? "x" : "");
        for (int w = 0; w < width; w++) {
          arrivals.add(new Arrival(at, namespace, name, i));
        }
        at += random.nextDouble(0.2, 20);
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::seconds).thenComparing(Arrival::root));
    return arrivals;
  }

  @Property(tries = 20)
  void independentStreamsAreNotTakenForSuccession(@ForAll long seed) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorSettings.DEFAULT);

    int told = 0;
    List<Arrival> arrivals = independent(30, 30, 4 * HOUR, 12 * HOUR, new SplittableRandom(seed));
    for (Arrival arrival : arrivals) {
      arrival.happenTo(fixture);
      told += fixture.expected(arrival.seconds).size();
    }

    // Of 870 pairs, 0.05 are expected to be taken for following each other at a time.
    assertThat(told).isLessThan(arrivals.size() / 20);
  }

  @Property(tries = 2)
  void anHourOfAThousandIndependentFunctionsLeadsToHardlyAnyExpectation(@ForAll long seed) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorSettings.DEFAULT);

    double told = 0;
    List<Arrival> arrivals = independent(1000, 10, HOUR, HOUR, new SplittableRandom(seed));
    for (Arrival arrival : arrivals) {
      arrival.happenTo(fixture);
      told +=
          fixture.expected(arrival.seconds).stream().mapToDouble(ExpectedDemand::probability).sum();
    }

    assertThat(told / arrivals.size()).as("expected at a time").isLessThan(0.05);
  }

  @Property(tries = 20)
  void whatIsExpectedOnAStationaryWorkflowIsWhatHappens(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int tenths) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);
    SplittableRandom random = new SplittableRandom(seed);
    int learning = 50;
    int instances = 1000;
    double expected = 0;
    double called = 0;
    for (int i = 0; i < learning + instances; i++) {
      double at = i * HOUR;
      fixture.call("first", i, at);
      for (ExpectedDemand each : i < learning ? List.<ExpectedDemand>of() : fixture.expected(at)) {
        expected += each.probability() * each.count();
      }
      if (random.nextInt(10) < tenths) {
        int width = random.nextInt(1, 7);
        fixture.fanOut(
            "second", width, i, at + 0.5 * Math.exp(0.4 * RandomVariates.normal(random)));
        called += i < learning ? 0 : width;
      }
    }

    assertThat(expected / instances).isCloseTo(called / instances, within(0.1));
  }

  @Property(tries = 50)
  void probabilitiesAreFromZeroToOneAndNothingIsExpectedInThePast(
      @ForAll long seed, @ForAll boolean cautious) {
    SuccessorFixture fixture =
        new SuccessorFixture(cautious ? SuccessorSettings.DEFAULT : SuccessorFixture.PLAIN);
    for (Arrival arrival : workflows(2, 300, new SplittableRandom(seed))) {
      arrival.happenTo(fixture);

      assertThat(fixture.expected(arrival.seconds))
          .allMatch(each -> each.probability() >= 0 && each.probability() <= 1)
          .allMatch(each -> each.fromMicros() <= each.toMicros())
          .allMatch(each -> each.toMicros() >= SuccessorFixture.micros(arrival.seconds))
          .allMatch(each -> each.count() >= 1)
          .allMatch(each -> each.function().id().namespace().startsWith("ns"));
    }
  }

  @Property(tries = 50)
  void whichNumbersRootsHaveDoesNotMatter(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Arrival> arrivals = workflows(2, 200, random);
    Map<Long, Long> renamed = new HashMap<>();
    SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);
    SuccessorFixture other = new SuccessorFixture(SuccessorFixture.PLAIN);
    for (Arrival arrival : arrivals) {
      arrival.happenTo(fixture);
      long name = renamed.computeIfAbsent(arrival.root, root -> random.nextLong());
      other.in(arrival.namespace).call(arrival.name, name, arrival.seconds);

      assertThat(other.expected(arrival.seconds)).isEqualTo(fixture.expected(arrival.seconds));
    }
  }

  @Property(tries = 50)
  void whatOtherNamespacesDoDoesNotMatter(@ForAll long seed) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);
    SuccessorFixture alone = new SuccessorFixture(SuccessorFixture.PLAIN);
    // Both begin to watch at the same time.
    new Arrival(0, "ns0", "begin", -1).happenTo(fixture);
    new Arrival(0, "ns0", "begin", -1).happenTo(alone);
    for (Arrival arrival : workflows(3, 300, new SplittableRandom(seed))) {
      arrival.happenTo(fixture);
      if (arrival.namespace.equals("ns0")) {
        arrival.happenTo(alone);
        assertThat(fixture.expected(arrival.seconds))
            .filteredOn(each -> each.function().id().namespace().equals("ns0"))
            .isEqualTo(alone.expected(arrival.seconds));
      }
    }
  }

  @Property(tries = 20)
  void memoryIsBounded(@ForAll long seed) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.settings(10, 3, 20, 1));
    for (Arrival arrival : workflows(100, 500, new SplittableRandom(seed))) {
      arrival.happenTo(fixture);

      assertThat(fixture.successors.size()).isLessThanOrEqualTo(10 + 20 + 20);
    }
  }

  @Property(tries = 20)
  void aFrequentSuccessorIsRememberedAmongManyRareOnes(@ForAll long seed) {
    SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.settings(1000, 4, 100, 0));
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      fixture.chain(i, i * HOUR, "a", "rare" + random.nextInt(500), "often");
    }

    fixture.call("a", 999, 300 * HOUR);

    assertThat(fixture.probability("often", 300 * HOUR)).isCloseTo(1, within(0.05));
  }
}
