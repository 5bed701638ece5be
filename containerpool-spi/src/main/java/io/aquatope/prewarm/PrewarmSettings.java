/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.policy.DelayRate;

/**
 * Settings of the policy {@code aquatope}.
 *
 * @param gbSecondsPerSecond GB-seconds of memory that operators would spend to avoid one second of
 *     cold-start delay; more than 0
 * @param gbSecondsPerStart GB-seconds that they would spend to avoid the start of a container,
 *     which takes CPU time; at least 0
 * @param memoryMb the most that containers without work may take, in MB; {@link #ALL} for all
 *     memory that running work leaves
 * @param maxStarting how many containers may be in preparation at a time, at least 1
 * @param stemCells whether the policy also keeps as many stem cells as are worth their memory
 * @param functions the most functions that are known at a time, at least 1
 */
public record PrewarmSettings(
    double gbSecondsPerSecond,
    double gbSecondsPerStart,
    long memoryMb,
    int maxStarting,
    boolean stemCells,
    int functions) {

  /** All memory that running work leaves. */
  public static final long ALL = Long.MAX_VALUE;

  /**
   * Default number of functions that are known at a time. They take 210 MB if one in a hundred is
   * called in a minute, a tenth of the heap of OpenWhisk's invokers.
   */
  public static final int FUNCTIONS = 100_000;

  /** Default of the price of a start, in GB-seconds. */
  public static final int GB_SECONDS_PER_START = 1;

  /**
   * The defaults of {@code reference.conf}, for replays, which have no configuration: the published
   * rate, a GB-second for a start, all memory, 32 at a time, and stem cells.
   */
  public static final PrewarmSettings DEFAULT =
      new PrewarmSettings(DelayRate.GB_SECONDS_PER_SECOND, GB_SECONDS_PER_START, ALL, 32, true);

  /** Settings that allow {@value #FUNCTIONS} functions. */
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

  /** The operator's settings. */
  public static PrewarmSettings of(PrewarmValues values) {
    return new PrewarmSettings(
        values.positiveDouble("gb-seconds-per-second"),
        values.nonNegativeDouble("gb-seconds-per-start"),
        values.memoryMb("memory"),
        values.positiveInt("max-starting"),
        values.flag("stem-cells"),
        values.positiveInt("functions"));
  }

  /** A copy with another exchange rate. */
  public PrewarmSettings withGbSecondsPerSecond(double changed) {
    return new PrewarmSettings(
        changed, gbSecondsPerStart, memoryMb, maxStarting, stemCells, functions);
  }

  /** A copy that allows another number of functions. */
  public PrewarmSettings withFunctions(int changed) {
    return new PrewarmSettings(
        gbSecondsPerSecond, gbSecondsPerStart, memoryMb, maxStarting, stemCells, changed);
  }

  /** The cost of a start, in seconds of delay. */
  double startSeconds() {
    return gbSecondsPerStart / gbSecondsPerSecond;
  }

  /** The cost of holding memory for a time, in seconds of delay. */
  double cost(double memoryMb, double seconds) {
    return memoryMb / 1024 * seconds / gbSecondsPerSecond;
  }
}
