/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.start;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aquatope.pool.StartKind;
import org.jspecify.annotations.Nullable;

/**
 * Start times of containers, learnt from measured starts; see {@link DurationEstimate}. Starts that
 * are measured at about the same time count as one, with their mean: they have waited for the same
 * image, or for the same engine.
 */
public final class FunctionStartTimes {

  /** The mean that published simulations use (FeMux, EuroSys 2026). */
  private static final double COLD_SECONDS = 0.808;

  /**
   * Share of initialisation: {@code waitTime} and {@code initTime} of OpenWhisk's Node.js actions
   * divide about 3 : 1.
   */
  private static final double INIT_SHARE = 0.25;

  private final double expectedCold;
  private final double expectedInit;
  private final double weight;
  private @Nullable Measured cold;
  private @Nullable Measured init;

  private FunctionStartTimes(double coldSeconds, double initSeconds, double weight) {
    expectedCold = coldSeconds;
    expectedInit = initSeconds;
    this.weight = weight;
  }

  private Measured cold() {
    Measured known = cold;
    if (known == null) {
      known = new Measured(expectedCold, weight);
      cold = known;
    }
    return known;
  }

  private Measured init() {
    Measured known = init;
    if (known == null) {
      known = new Measured(expectedInit, weight);
      init = known;
    }
    return known;
  }

  /** Before anything is known. */
  public static FunctionStartTimes expected() {
    return expected(DurationEstimate.PRIOR);
  }

  /**
   * Before anything is known.
   *
   * @param weight of the expectation, in measured starts
   */
  public static FunctionStartTimes expected(double weight) {
    return new FunctionStartTimes(COLD_SECONDS, COLD_SECONDS * INIT_SHARE, weight);
  }

  /** Start times of a function of which nothing else is known. */
  public FunctionStartTimes asPrior() {
    return new FunctionStartTimes(coldSeconds(), initSeconds(), DurationEstimate.PRIOR);
  }

  public void took(StartKind start, long micros, long nowMicros) {
    if (start.isCold()) {
      cold().add(micros / 1e6, nowMicros);
    } else if (isInit(start)) {
      init().add(micros / 1e6, nowMicros);
    }
  }

  private static boolean isInit(StartKind start) {
    return start == StartKind.CREATED || start == StartKind.STEM_CELL;
  }

  /**
   * Learns the typical starts of a source. Only its last estimate counts.
   *
   * @param who one of the sources that these times must be typical of
   */
  void typically(Object who, FunctionStartTimes times, StartKind start, long nowMicros) {
    if (start.isCold()) {
      cold().estimate.add(who, times.coldSeconds(), nowMicros);
    } else if (isInit(start)) {
      init().estimate.add(who, times.initSeconds(), nowMicros);
    }
  }

  /** Time has passed since the last start. */
  public void fade(long nowMicros) {
    if (cold != null) {
      cold.estimate.fade(nowMicros);
    }
    if (init != null) {
      init.estimate.fade(nowMicros);
    }
  }

  /** Time from the order of a new container until the function runs in it. */
  public double coldSeconds() {
    return cold == null ? expectedCold : cold.estimate.seconds();
  }

  /** The part of a cold start that a container without the function's code still takes. */
  public double initSeconds() {
    double seconds = init == null ? expectedInit : init.estimate.seconds();
    return Math.min(seconds, coldSeconds());
  }

  /** Longest usual duration of a start of a kind. */
  public double seconds(StartKind start) {
    return switch (start) {
      case WARM, PREPARED -> 0;
      case CREATED, WARMING, STEM_CELL -> initSeconds();
      case WARMING_COLD, PREPARING, COLD, RECREATED -> coldSeconds();
    };
  }

  /** Measured starts. Those that are close to each other count as one. */
  private static final class Measured {

    private static final long TOGETHER_MICROS = SECONDS.toMicros(10);

    /** More numbers than an estimate remembers durations, kept as few objects. */
    private static final int NUMBERS = 100;

    final DurationEstimate estimate;
    private int number;
    private long sinceMicros;
    private double sum;
    private int count;

    Measured(double expected, double weight) {
      estimate = new DurationEstimate(expected, weight);
    }

    void add(double seconds, long nowMicros) {
      if (count == 0 || nowMicros - sinceMicros > TOGETHER_MICROS) {
        number = (number + 1) % NUMBERS;
        sinceMicros = nowMicros;
        sum = 0;
        count = 0;
      }
      sum += seconds;
      count++;
      estimate.add(number, sum / count, nowMicros);
    }
  }
}
