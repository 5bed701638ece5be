/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is foretold of functions whose calls come in one way or another. */
final class DemandMixtureTest {

  private static final long SECOND = 1_000_000;
  private static final long RUN = SECOND / 2;
  private static final WindowClock CLOCK = new WindowClock(60 * SECOND, 0);
  private static final AnyCall FORECAST = window -> 0.8;

  private final DemandMixture mixture = new DemandMixture(CLOCK, SECOND, () -> 1_808_000);

  private final List<Long> ends = new ArrayList<>();
  private long now;

  /** Runs all calls, and the slots, until a time. */
  private void run(List<Long> calls, long untilMicros) {
    List<Long> left = new ArrayList<>(calls);
    while (now < untilMicros) {
      mixture.judge(FORECAST, now);
      long slotEnd = now + SECOND;
      while (!left.isEmpty() && left.get(0) < slotEnd) {
        long at = left.remove(0);
        endUntil(at);
        mixture.called(at);
        ends.add(at + RUN);
        mixture.busy(ends.size(), at);
      }
      endUntil(slotEnd);
      now = slotEnd;
      if (now % CLOCK.lengthMicros() == 0) {
        mixture.close(now);
      }
    }
  }

  private void endUntil(long micros) {
    while (!ends.isEmpty() && ends.get(0) <= micros) {
      long end = ends.remove(0);
      mixture.busy(ends.size(), end);
    }
  }

  private double[] needs(int levels) {
    return mixture.needs(FORECAST, levels, now, now + SECOND, now);
  }

  private static List<Long> bursts(int gapSeconds, int calls, int number) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      for (int call = 0; call < calls; call++) {
        times.add(((i + 1L) * gapSeconds * SECOND) + call * 100_000L);
      }
    }
    return times;
  }

  @Test
  void aBurstIsExpectedAsAWholeAndOnTime() {
    run(bursts(45, 4, 20), 20 * 45 * SECOND + 44 * SECOND);
    assertThat(needs(4)[3]).isLessThan(0.3);
    now += SECOND;
    assertThat(needs(6)[3]).isGreaterThan(0.3);
    assertThat(needs(6)[4]).isLessThan(0.05);
  }

  @Test
  void betweenBurstsLessIsNeededThanIfTheyCameByChance() {
    run(bursts(45, 4, 20), 20 * 45 * SECOND + 15 * SECOND);

    assertThat(needs(1)[0]).isLessThan(0.7 / 45);
  }

  @Test
  void callsThatComeByChanceNeedAboutTheirRate() {
    SplittableRandom random = new SplittableRandom(11);
    List<Long> calls = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      calls.add(random.nextLong(1200 * SECOND));
    }
    Collections.sort(calls);
    run(calls, 1200 * SECOND);

    assertThat(needs(1)[0]).isBetween(0.1, 0.6);
    assertThat(needs(4)[3]).isLessThan(0.02);
  }

  @Test
  void aCrowdLikeNoneBeforeLeavesTheRestForetold() {
    List<Long> calls = new ArrayList<>(bursts(20, 1, 10));
    for (int i = 0; i < 100; i++) {
      calls.add(205 * SECOND + i * 1_000L);
    }
    calls.addAll(bursts(20, 1, 20).stream().filter(at -> at > 215 * SECOND).toList());
    run(calls, 405 * SECOND);

    assertThat(needs(1)[0]).isBetween(0.0, 1.0);
    assertThat(mixture.needs(FORECAST, 1, now, now + 30 * SECOND, now)[0]).isGreaterThan(0.3);
  }

  @Property(tries = 50)
  void needsAreProbabilitiesThatNeverRise(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> calls = new ArrayList<>();
    for (int i = random.nextInt(300); i > 0; i--) {
      calls.add(random.nextLong(300 * SECOND));
    }
    Collections.sort(calls);
    run(calls, 300 * SECOND);

    double before = 1;
    double[] needs = mixture.needs(FORECAST, 20, now + SECOND, now + 2 * SECOND, now);
    for (int i = 0; i < needs.length; i++) {
      assertThat(needs[i]).isBetween(0.0, before + 1e-12);
      assertThat(mixture.need(FORECAST, i, now + SECOND, now + 2 * SECOND, now))
          .isCloseTo(needs[i], within(1e-9));
      before = needs[i];
    }
  }
}
