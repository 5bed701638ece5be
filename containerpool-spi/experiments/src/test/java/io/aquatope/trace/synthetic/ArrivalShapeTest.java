/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArrivalShapeTest {

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final long DAY = 24 * HOUR;

  private static List<Long> arrivals(ArrivalShape shape, long begin, long length) {
    List<Long> arrivals = new ArrayList<>();
    shape.generate(begin, length, new SplittableRandom(11), arrivals::add);
    return arrivals;
  }

  static List<ArrivalShape> shapes() {
    return List.of(
        new ArrivalShape.Timer(5 * 60_000_000L, 7_000_000),
        new ArrivalShape.Steady(0.2),
        new ArrivalShape.Daily(0.2, 0.8, 14 * HOUR),
        new ArrivalShape.Bursts(0.2, 30, 300));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void arrivalsAscendWithinThePeriodAndHaveTheMeanRateOverDays(ArrivalShape shape) {
    List<Long> arrivals = arrivals(shape, 8 * HOUR, 10 * DAY);

    assertThat(arrivals).isSorted().allMatch(at -> at >= 0 && at < 10 * DAY);
    double expected = shape.meanPerSecond() * TimeUnit.DAYS.toSeconds(10);
    assertThat((double) arrivals.size()).isCloseTo(expected, within(0.1 * expected));
  }

  @Test
  void aTimerKeepsItsPhaseWhereverTheTraceBegins() {
    long period = TimeUnit.MINUTES.toMicros(5);
    ArrivalShape timer = new ArrivalShape.Timer(period, 7_000_000);

    assertThat(arrivals(timer, HOUR + 123, HOUR))
        .hasSize(12)
        .allMatch(at -> (HOUR + 123 + at) % period - 7_000_000 < 50_000);
  }

  @Test
  void theDailyRhythmHasItsPeakAtItsHour() {
    List<Long> arrivals = arrivals(new ArrivalShape.Daily(1, 0.8, 14 * HOUR), 0, DAY);

    assertThat(perHour(arrivals, 14)).isGreaterThan(5 * perHour(arrivals, 2));
  }

  private static long perHour(List<Long> arrivals, long hour) {
    return arrivals.stream().filter(at -> at / HOUR == hour).count();
  }

  @Test
  void burstsLeaveMostMinutesEmptyAndFillTheOthers() {
    List<Long> arrivals = arrivals(new ArrivalShape.Bursts(0.2, 30, 300), 0, DAY);

    long minutes = arrivals.stream().mapToLong(at -> at / 60_000_000).distinct().count();
    assertThat(minutes).isLessThan(24 * 60 / 3);
    assertThat(arrivals.size()).isGreaterThan(20 * (int) minutes);
  }
}
