/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What operators tell the policy {@code aquatope}.
 *
 * @param gbSecondsPerSecond how many GB-seconds of memory they would spend to avoid one second of
 *     cold-start delay; more than 0
 * @param gbSecondsPerStart how many they would spend to do without the start of a container, which
 *     takes CPU time; at least 0
 * @param memoryMb the most that containers without work may take, in MB; {@link #ALL} for all that
 *     running work leaves
 * @param maxStarting how many containers may be in preparation at a time, at least 1
 * @param stemCells whether there are to be as many stem cells as are worth it, too
 * @param functions the most that are known at a time, at least 1
 */
public record PrewarmSettings(
    double gbSecondsPerSecond,
    double gbSecondsPerStart,
    long memoryMb,
    int maxStarting,
    boolean stemCells,
    int functions) {

  /** All that running work leaves. */
  public static final long ALL = Long.MAX_VALUE;

  /**
   * How many functions are known at a time if operators do not say: 380 MB of them, a fifth of the
   * heap of OpenWhisk's invokers.
   */
  public static final int FUNCTIONS = 100_000;

  /**
   * The published rate of exchange (FeMux, EuroSys 2026), a GB-second for a start, all memory, 32
   * at a time, and stem cells.
   */
  public static final PrewarmSettings DEFAULT = new PrewarmSettings(99.69, 1, ALL, 32, true);

  /** One that knows {@value #FUNCTIONS} functions. */
  public PrewarmSettings(
      double gbSecondsPerSecond,
      double gbSecondsPerStart,
      long memoryMb,
      int maxStarting,
      boolean stemCells) {
    this(gbSecondsPerSecond, gbSecondsPerStart, memoryMb, maxStarting, stemCells, FUNCTIONS);
  }

  public PrewarmSettings {
    checkArgument(
        gbSecondsPerSecond > 0 && gbSecondsPerSecond < Double.POSITIVE_INFINITY,
        "GB-seconds per second of delay are %s, expected a positive number",
        gbSecondsPerSecond);
    checkArgument(
        gbSecondsPerStart >= 0 && gbSecondsPerStart < Double.POSITIVE_INFINITY,
        "GB-seconds per start are %s, expected at least 0",
        gbSecondsPerStart);
    checkArgument(memoryMb >= 0, "memory for prewarming is %s MB, expected at least 0", memoryMb);
    checkArgument(maxStarting >= 1, "most at a time is %s, expected at least 1", maxStarting);
    checkArgument(functions >= 1, "most functions are %s, expected at least 1", functions);
  }

  /** The same with another rate of exchange. */
  public PrewarmSettings withGbSecondsPerSecond(double changed) {
    return new PrewarmSettings(
        changed, gbSecondsPerStart, memoryMb, maxStarting, stemCells, functions);
  }

  /** What a start costs, in seconds of delay. */
  double startSeconds() {
    return gbSecondsPerStart / gbSecondsPerSecond;
  }

  /** What holding memory for a time costs, in seconds of delay. */
  double cost(double memoryMb, double seconds) {
    return memoryMb / 1024 * seconds / gbSecondsPerSecond;
  }
}
