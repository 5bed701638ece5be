/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.models.distribution.RandomVariates;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Random process of the calls of a generated function over the time of a trace. */
sealed interface ArrivalShape {

  double MICROS_PER_SECOND = 1e6;

  /** Mean calls a second, over a day. */
  double meanPerSecond();

  /** Calls a second at the busiest time. */
  double peakPerSecond();

  /**
   * Generates the arrivals in a period that begins at midnight plus {@code beginMicros}.
   *
   * @param lengthMicros of the period
   * @param arrivals receives each arrival, in microseconds from the begin, ascending
   */
  void generate(
      long beginMicros, long lengthMicros, SplittableRandom random, LongConsumer arrivals);

  /** Fires once a period, at the same phase, like a timer, with a small delay of the scheduler. */
  record Timer(long periodMicros, long phaseMicros) implements ArrivalShape {

    private static final long LATEST = TimeUnit.MILLISECONDS.toMicros(50);

    @Override
    public double meanPerSecond() {
      return MICROS_PER_SECOND / periodMicros;
    }

    @Override
    public double peakPerSecond() {
      return meanPerSecond();
    }

    @Override
    public void generate(
        long beginMicros, long lengthMicros, SplittableRandom random, LongConsumer arrivals) {
      long first = Math.floorMod(phaseMicros - beginMicros, periodMicros);
      for (long at = first; at < lengthMicros - LATEST; at += periodMicros) {
        arrivals.accept(at + random.nextLong(LATEST));
      }
    }
  }

  /** A Poisson process of a constant rate. */
  record Steady(double meanPerSecond) implements ArrivalShape {

    @Override
    public double peakPerSecond() {
      return meanPerSecond;
    }

    @Override
    public void generate(
        long beginMicros, long lengthMicros, SplittableRandom random, LongConsumer arrivals) {
      double at = gap(random);
      while (at < lengthMicros) {
        arrivals.accept((long) at);
        at += gap(random);
      }
    }

    private double gap(SplittableRandom random) {
      return RandomVariates.exponential(random) * MICROS_PER_SECOND / meanPerSecond;
    }
  }

  /**
   * A Poisson process whose rate follows the hours: {@code mean · (1 + swing · cos(2π (t − peak) /
   * 24 h))}, made by thinning a steady process of the highest rate (Lewis and Shedler, 1979).
   */
  record Daily(double meanPerSecond, double swing, long peakMicros) implements ArrivalShape {

    private static final double DAY = TimeUnit.DAYS.toMicros(1);

    @Override
    public double peakPerSecond() {
      return meanPerSecond * (1 + swing);
    }

    @Override
    public void generate(
        long beginMicros, long lengthMicros, SplittableRandom random, LongConsumer arrivals) {
      new Steady(peakPerSecond())
          .generate(
              beginMicros,
              lengthMicros,
              random,
              at -> {
                double phase = 2 * Math.PI * (beginMicros + at - peakMicros) / DAY;
                if (random.nextDouble() * (1 + swing) < 1 + swing * Math.cos(phase)) {
                  arrivals.accept(at);
                }
              });
    }
  }

  /** A Poisson process with bursts: it is on for a while and silent for longer. */
  record Bursts(double meanPerSecond, double onSeconds, double offSeconds) implements ArrivalShape {

    @Override
    public double peakPerSecond() {
      return meanPerSecond * (onSeconds + offSeconds) / onSeconds;
    }

    @Override
    public void generate(
        long beginMicros, long lengthMicros, SplittableRandom random, LongConsumer arrivals) {
      Steady burst = new Steady(peakPerSecond());
      boolean on = random.nextDouble() * (onSeconds + offSeconds) < onSeconds;
      double at = on ? 0 : RandomVariates.exponential(random) * offSeconds * MICROS_PER_SECOND;
      while (at < lengthMicros) {
        long from = (long) at;
        at += RandomVariates.exponential(random) * onSeconds * MICROS_PER_SECOND;
        long to = Math.min(lengthMicros, (long) at);
        burst.generate(
            beginMicros + from, to - from, random, inBurst -> arrivals.accept(from + inBurst));
        at += RandomVariates.exponential(random) * offSeconds * MICROS_PER_SECOND;
      }
    }
  }
}
