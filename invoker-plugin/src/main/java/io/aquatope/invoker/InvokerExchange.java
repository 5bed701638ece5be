/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.member.FollowUps.FollowUp;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.hub.InvokerMember;
import io.aquatope.hub.Topics;
import io.aquatope.prewarm.PastCalls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.pekko.actor.ActorSystem;

/**
 * Where this invoker takes part in the exchange: what the pool is told of others. The exchange is
 * there after the pool, as it needs it; until then nothing is known.
 */
final class InvokerExchange {

  private static final Duration LOOK_AHEAD = Duration.ofSeconds(2);

  private volatile Optional<InvokerMember> member = Optional.empty();

  PastCalls pastCalls() {
    return function -> member.map(known -> known.pastCalls(function)).orElse(List.of());
  }

  /** For each action those that follow it here. */
  Map<String, List<FollowUp>> followUps() {
    return member.map(InvokerMember::followUps).orElse(Map.of());
  }

  /** Takes part from now on, if it is configured. */
  Optional<InvokerMember> start(
      Config configuration,
      WhiskConfig config,
      String name,
      StageActions actions,
      ActorSystem system,
      Logging logging) {
    HubSettings settings = HubSettings.of(configuration);
    if (settings.enabled()) {
      member =
          Optional.of(
              InvokerMember.start(
                  new Topics(config, settings, system, logging),
                  settings,
                  TuneSettings.of(configuration),
                  name,
                  logging));
      var unused =
          system
              .scheduler()
              .scheduleWithFixedDelay(
                  LOOK_AHEAD, LOOK_AHEAD, () -> actions.read(followUps()), system.dispatcher());
    }
    return member;
  }
}
