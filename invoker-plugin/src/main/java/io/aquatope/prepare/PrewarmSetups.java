/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.PolicyMode;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.PrewarmSetup;
import io.aquatope.thread.DaemonThreads;
import java.time.Clock;
import java.time.LocalTime;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;

/** Creates the environment of the policy {@code aquatope} in an invoker. */
public final class PrewarmSetups {

  private static final double DECISIONS_PER_SECOND = 10;

  /** OpenWhisk's log names the class of an object. */
  private static final PrewarmSetups SPEAKER = new PrewarmSetups();

  private PrewarmSetups() {}

  /**
   * A setup that forecasts on a thread of its own and logs decisions.
   *
   * @param clock time at which the pool's clock read 0, that is: now
   * @param others also receive the decisions
   */
  public static PrewarmSetup setup(
      AquatopeConfig config, Clock clock, Logging logging, PrewarmListener others) {
    PrewarmSetup virtual = PrewarmSetup.virtual();
    PrewarmListener listener =
        new DecisionLog(
            line -> logging.info(SPEAKER, () -> line, TransactionId$.MODULE$.invoker()),
            DECISIONS_PER_SECOND,
            config.mode() == PolicyMode.ACT);
    return new PrewarmSetup(
        config.prewarm(),
        virtual.model(),
        forecasts(),
        sinceMidnightMicros(clock),
        PrewarmListener.all(listener, others));
  }

  private static long sinceMidnightMicros(Clock clock) {
    return NANOSECONDS.toMicros(LocalTime.now(clock).toNanoOfDay());
  }

  private static Executor forecasts() {
    return Executors.newSingleThreadExecutor(DaemonThreads.named("aquatope-forecasts"));
  }
}
