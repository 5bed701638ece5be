/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.forecast.ForecastNetworks;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.pool.policy.Policies;
import java.time.Duration;

/** Adds the policy {@code aquatope} to others. */
public final class PrewarmPolicies {

  private PrewarmPolicies() {}

  public static Policies addTo(Policies policies) {
    ForecastModel model =
        ForecastNetworks.shipped().models(Duration.ofMinutes(1), 0).named("default");
    return policies.with(
        "aquatope",
        "gb-seconds",
        "the marginal value of each ready container decides",
        argument -> {
          double price = Double.parseDouble(argument);
          return settings ->
              new AquatopePolicy(price, settings, new ForecastDesk(model, Runnable::run));
        });
  }
}
