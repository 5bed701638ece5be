/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.ForecastDesk;
import io.aquatope.successor.SuccessorSettings;
import io.aquatope.successor.Successors;
import java.util.function.Supplier;

/** Adds the policy {@code aquatope} to others. */
public final class PrewarmPolicies {

  private PrewarmPolicies() {}

  /** The given policies and {@code aquatope}, whose argument is another exchange rate. */
  public static PolicyRegistry addTo(PolicyRegistry policies, PrewarmSetup setup) {
    return addTo(policies, () -> setup);
  }

  /**
   * The same with a supplier of the setup. It is called when a policy is made, as it may load
   * neural networks; checking a name does not call it.
   */
  public static PolicyRegistry addTo(PolicyRegistry policies, Supplier<PrewarmSetup> setup) {
    return policies.withOptional(
        "aquatope",
        "GB-seconds",
        "keeps or starts containers that save more delay than their memory costs",
        settings -> create(setup.get(), settings),
        argument -> {
          double rate = rate(argument);
          return settings -> create(atRate(setup.get(), rate), settings);
        });
  }

  private static double rate(String argument) {
    try {
      double rate = Double.parseDouble(argument);
      return PrewarmSettings.DEFAULT.withGbSecondsPerSecond(rate).gbSecondsPerSecond();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + argument + "' is no number of GB-seconds, expected for example 99.69", e);
    }
  }

  private static PrewarmSetup atRate(PrewarmSetup setup, double gbSecondsPerSecond) {
    return setup.with(setup.settings().withGbSecondsPerSecond(gbSecondsPerSecond));
  }

  private static PoolPolicy create(PrewarmSetup setup, PolicySettings settings) {
    return new AquatopePolicy(
        PolicyRegistry.standard().parse("openwhisk").create(settings),
        settings.stemCells(),
        new ForecastDesk(setup.model(), setup.executor(), setup.pastCalls()),
        setup.settings(),
        new Successors(
            SuccessorSettings.DEFAULT, setup.followers(), setup.listener()::successorRelease),
        new WindowClock(MICROSECONDS.convert(PrewarmSetup.WINDOW), setup.midnightMicros()),
        setup.listener());
  }
}
