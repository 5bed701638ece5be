/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import io.aquatope.models.distribution.RandomVariates;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Draws the call pattern of each function of a {@link SyntheticLoad}.
 *
 * <p>As published, nearly half of the functions are called at most once an hour, timers are common
 * and slow, and few functions make most of the calls: popularity is log-normal over orders of
 * magnitude.
 */
final class SyntheticPopulation {

  private static final double TIMERS = 0.30;
  private static final double RARE = 0.30;
  private static final double DAILY = 0.25;

  private static final List<Integer> TIMER_MINUTES = List.of(1, 5, 5, 10, 15, 15, 30, 60, 60, 60);
  private static final double POPULARITY_SIGMA = 2;

  /** Least share of the calls for the others, even if timers and rare functions take more. */
  private static final double LEAST_SHARE = 0.1;

  private final SyntheticLoad load;
  private final SplittableRandom random;

  SyntheticPopulation(SyntheticLoad load, SplittableRandom random) {
    this.load = load;
    this.random = random;
  }

  /** The call patterns of all functions. */
  List<ArrivalShape> shapes() {
    int functions = load.functions();
    int timers = (int) Math.round(TIMERS * functions);
    int rare = (int) Math.round(RARE * functions);
    int daily = (int) Math.round(DAILY * functions);
    List<ArrivalShape> shapes = new ArrayList<>();
    for (int i = 0; i < timers; i++) {
      shapes.add(timer());
    }
    for (int i = 0; i < rare; i++) {
      shapes.add(rare());
    }
    double taken = shapes.stream().mapToDouble(ArrivalShape::meanPerSecond).sum();
    double all = (double) load.activations() / TimeUnit.HOURS.toSeconds(load.hours());
    double[] rates = shares(functions - shapes.size(), Math.max(all - taken, LEAST_SHARE * all));
    for (int i = 0; i < rates.length; i++) {
      shapes.add(i < daily ? daily(rates[i]) : bursts(rates[i]));
    }
    return shapes;
  }

  private double[] shares(int count, double total) {
    double[] popularity = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      popularity[i] = Math.exp(POPULARITY_SIGMA * RandomVariates.normal(random));
      sum += popularity[i];
    }
    for (int i = 0; i < count; i++) {
      popularity[i] *= total / sum;
    }
    return popularity;
  }

  private ArrivalShape timer() {
    long period =
        TimeUnit.MINUTES.toMicros(TIMER_MINUTES.get(random.nextInt(TIMER_MINUTES.size())));
    return new ArrivalShape.Timer(period, random.nextLong(period));
  }

  private ArrivalShape rare() {
    double hoursBetween = random.nextDouble(0.5, 8);
    return new ArrivalShape.Steady(1 / (hoursBetween * TimeUnit.HOURS.toSeconds(1)));
  }

  private ArrivalShape daily(double rate) {
    long peak = TimeUnit.HOURS.toMicros(random.nextLong(10, 20));
    return new ArrivalShape.Daily(rate, random.nextDouble(0.3, 1), peak);
  }

  private ArrivalShape bursts(double rate) {
    return new ArrivalShape.Bursts(rate, random.nextDouble(10, 120), random.nextDouble(300, 3600));
  }
}
