/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import io.aquatope.text.TenantText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The CPU that a container may use, in thousandths of a core.
 *
 * <p>A thousandth is the finest step that all engines share: Kubernetes counts in milli-cores, and
 * the kernel's quota of a 100 ms period has steps of 0.00001 cores. The kernel refuses less than
 * 0.01 cores.
 *
 * @param milliCores from {@value #MIN_MILLI_CORES} to {@value #MAX_MILLI_CORES}
 */
public record CpuLimit(int milliCores) {

  static final int MIN_MILLI_CORES = 10;
  static final int MAX_MILLI_CORES = 1_000_000;

  /**
   * Most characters of a text that is parsed: any limit fits, even with leading zeros. Arithmetic
   * on a decimal takes time that grows with the square of its digits, minutes for a megabyte.
   */
  static final int LONGEST = 24;

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  public CpuLimit {
    if (milliCores < MIN_MILLI_CORES || milliCores > MAX_MILLI_CORES) {
      throw new IllegalArgumentException(
          inCores(milliCores) + " is not from 0.01 to 1000 cores, what a container can be given");
    }
  }

  /**
   * Reads a number of cores, for example {@code 0.75}.
   *
   * @throws IllegalArgumentException if it is not a plain decimal number, is longer than {@value
   *     #LONGEST} characters, is finer than a thousandth, or is out of range; the message quotes
   *     the beginning of the text and states the expected form
   */
  public static CpuLimit parse(String cores) {
    if (cores.length() > LONGEST) {
      throw bad(cores, "is too long for a number of cores, expected for example \"0.75\"");
    }
    String text = cores.trim();
    if (!DECIMAL.matcher(text).matches()) {
      throw bad(cores, "is not a number of cores, expected for example \"0.75\"");
    }
    BigDecimal milli = new BigDecimal(text).movePointRight(3);
    if (milli.compareTo(BigDecimal.valueOf(MIN_MILLI_CORES)) < 0
        || milli.compareTo(BigDecimal.valueOf(MAX_MILLI_CORES)) > 0) {
      throw bad(cores, "is not from 0.01 to 1000 cores, what a container can be given");
    }
    if (milli.stripTrailingZeros().scale() > 0) {
      throw bad(cores, "is finer than 0.001 cores, expected at most three decimals");
    }
    return new CpuLimit(milli.intValueExact());
  }

  private static IllegalArgumentException bad(String cores, String problem) {
    return new IllegalArgumentException(TenantText.quoted(cores) + " " + problem);
  }

  /** The greatest limit that is at most a number of cores, but at least the smallest limit. */
  public static CpuLimit atMost(double cores) {
    double milli = Math.floor(cores * 1000 + 1e-6);
    return new CpuLimit((int) Math.max(MIN_MILLI_CORES, Math.min(MAX_MILLI_CORES, milli)));
  }

  /** The limit in the unit of container engines, billionths of a core. */
  public long nanoCpus() {
    return milliCores * 1_000_000L;
  }

  public double cores() {
    return milliCores / 1000.0;
  }

  /** In cores, without superfluous zeros. */
  @Override
  public String toString() {
    return inCores(milliCores);
  }

  private static String inCores(int milliCores) {
    return new BigDecimal(milliCores)
        .divide(BigDecimal.valueOf(1000), 3, RoundingMode.UNNECESSARY)
        .stripTrailingZeros()
        .toPlainString();
  }
}
