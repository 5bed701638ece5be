/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import java.util.Arrays;

/**
 * A distribution given by its mass on the bins of {@link DemandGrid}, spread evenly over the
 * demands inside a bin. Bins after the last one held have no mass.
 */
public final class GridDistribution implements PredictiveDistribution {

  private final double[] cumulative;

  private GridDistribution(double[] cumulative) {
    this.cumulative = cumulative;
  }

  /**
   * The distribution proportional to the given mass.
   *
   * @param mass one non-negative finite value per bin, at least one of them positive
   * @throws IllegalArgumentException if the mass has another length, or no positive finite sum
   */
  public static GridDistribution of(double[] mass) {
    if (mass.length != DemandGrid.BINS) {
      throw new IllegalArgumentException(
          "mass has " + mass.length + " bins, expected " + DemandGrid.BINS);
    }
    double[] cumulative = new double[mass.length];
    double sum = 0;
    for (int bin = 0; bin < mass.length; bin++) {
      if (!(mass[bin] >= 0)) {
        throw new IllegalArgumentException("mass of bin " + bin + " is " + mass[bin]);
      }
      sum += mass[bin];
      cumulative[bin] = sum;
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mass adds up to " + sum + ", expected a positive number");
    }
    for (int bin = 0; bin < cumulative.length; bin++) {
      cumulative[bin] /= sum;
    }
    return new GridDistribution(cumulative);
  }

  /**
   * A distribution that is known on its first bins only, in little memory.
   *
   * @param mass of the first bins, fewer than all; non-negative, at most one together. The rest of
   *     the probability goes to the bin after them
   */
  public static GridDistribution ofHead(double[] mass) {
    double[] cumulative = new double[mass.length + 1];
    double sum = 0;
    for (int bin = 0; bin < mass.length; bin++) {
      if (!(mass[bin] >= 0)) {
        throw new IllegalArgumentException("mass of bin " + bin + " is " + mass[bin]);
      }
      sum = Math.min(1, sum + mass[bin]);
      cumulative[bin] = sum;
    }
    cumulative[mass.length] = 1;
    return new GridDistribution(cumulative);
  }

  /** All mass on one demand's bin. */
  public static GridDistribution at(long demand) {
    double[] mass = new double[DemandGrid.BINS];
    mass[DemandGrid.bin(demand)] = 1;
    return of(mass);
  }

  /** P(D in bin). */
  public double mass(int bin) {
    return upTo(bin) - below(bin);
  }

  private double upTo(int bin) {
    return bin < cumulative.length ? cumulative[bin] : 1;
  }

  private double below(int bin) {
    return bin == 0 ? 0 : upTo(bin - 1);
  }

  @Override
  public double mean() {
    double mean = 0;
    for (int bin = 0; bin < cumulative.length; bin++) {
      mean += mass(bin) * DemandGrid.centre(bin);
    }
    return mean;
  }

  @Override
  public double variance() {
    double mean = mean();
    double variance = 0;
    for (int bin = 0; bin < cumulative.length; bin++) {
      double width = DemandGrid.width(bin);
      double offset = DemandGrid.centre(bin) - mean;
      variance += mass(bin) * (offset * offset + (width * width - 1) / 12);
    }
    return variance;
  }

  @Override
  public double cumulative(long demand) {
    if (demand < 0) {
      return 0;
    }
    if (demand >= Integer.MAX_VALUE) {
      return 1;
    }
    int bin = DemandGrid.bin(demand);
    double part = (demand - DemandGrid.lower(bin) + 1) / (double) DemandGrid.width(bin);
    return below(bin) + mass(bin) * part;
  }

  @Override
  public long quantile(double level) {
    int found = Arrays.binarySearch(cumulative, level);
    int bin = found >= 0 ? found : -found - 1;
    while (bin > 0 && cumulative[bin - 1] >= level) {
      bin--;
    }
    bin = Math.min(bin, cumulative.length - 1);
    double mass = mass(bin);
    if (!(mass > 0)) {
      return DemandGrid.lower(bin);
    }
    long steps = (long) Math.ceil((level - below(bin)) / mass * DemandGrid.width(bin));
    return DemandGrid.lower(bin) + Math.max(1, Math.min(DemandGrid.width(bin), steps)) - 1;
  }

  /** CRPS against an outcome, in containers; see {@link ForecastScores#crps}. */
  double crps(long outcome) {
    double sum = 0;
    for (int bin = 0; bin < DemandGrid.BINS; bin++) {
      long lower = DemandGrid.lower(bin);
      long upper = DemandGrid.upper(bin);
      double slope = mass(bin) / DemandGrid.width(bin);
      if (outcome <= lower || outcome > upper) {
        sum +=
            squares(below(bin) - (outcome <= lower ? 1 : 0), slope, (double) (upper - lower + 1));
      } else {
        long before = outcome - lower;
        sum += squares(below(bin), slope, (double) before);
        sum += squares(below(bin) + slope * before - 1, slope, (double) (upper - outcome + 1));
      }
    }
    return sum;
  }

  /** Sum over j = 1..n of (start + slope j)^2. */
  private static double squares(double start, double slope, double n) {
    return n * start * start
        + start * slope * n * (n + 1)
        + slope * slope * n * (n + 1) * (2 * n + 1) / 6;
  }
}
