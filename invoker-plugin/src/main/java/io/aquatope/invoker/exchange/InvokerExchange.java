/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import com.typesafe.config.Config;
import io.aquatope.cpu.CpuControl;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.member.FollowerLookup;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.hub.ExchangeTopics;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.ActionFetcher;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.metrics.MetricSink;
import io.aquatope.prewarm.forecast.PastCalls;
import io.aquatope.successor.KnownFollowers;
import io.aquatope.text.TenantText;
import io.aquatope.thread.FailureGuard;
import io.aquatope.thread.FailureLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.pekko.actor.ActorSystem;

/**
 * Connects the pool to the exchange: supplies the observations of other invokers. The exchange
 * starts after the pool, because it needs the pool. Until then, nothing is known.
 */
public final class InvokerExchange {

  private static final Duration LOOK_AHEAD = Duration.ofSeconds(2);

  private final InvokedFunctions functions;
  private final CpuControl cpu;
  private final MetricSink metrics;
  private final ActorSystem system;
  private final Logging logging;
  private final FailureGuard guard;
  private volatile Optional<InvokerMember> member = Optional.empty();

  /**
   * @param functions of this invoker; those of later stages are added to them
   * @param cpu of this invoker
   */
  public InvokerExchange(
      InvokedFunctions functions,
      CpuControl cpu,
      MetricSink metrics,
      ActorSystem system,
      Logging logging) {
    this.functions = functions;
    this.cpu = cpu;
    this.metrics = metrics;
    this.system = system;
    this.logging = logging;
    this.guard =
        new FailureGuard(
            new FailureLog(
                "actions of later stages are not known (%s times): %s",
                TenantText.SHOWN,
                line -> logging.error(this, () -> line, TransactionId$.MODULE$.invoker())));
  }

  /** Calls of functions before they were known here. */
  public PastCalls pastCalls() {
    return function -> member.map(known -> known.pastCalls(function)).orElse(List.of());
  }

  /** The functions that follow a call. */
  public KnownFollowers followers() {
    return new WorkflowFollowers(
        (namespace, action) ->
            followUps().map(known -> known.of(namespace, action)).orElse(List.of()),
        functions,
        e ->
            logging.error(
                this,
                () -> "followers of calls are not known: " + e,
                TransactionId$.MODULE$.invoker()));
  }

  private void lookAhead(StageActions stages) {
    followUps().ifPresent(known -> stages.read(known.expected()));
  }

  private Optional<FollowerLookup> followUps() {
    return member.map(InvokerMember::followUps);
  }

  /**
   * Joins the exchange, if configured.
   *
   * @param name of this invoker
   */
  public Optional<InvokerMember> start(
      Config configuration, WhiskConfig config, String name, ActionFetcher actions) {
    HubSettings settings = HubSettings.of(configuration);
    if (settings.enabled()) {
      member =
          Optional.of(
              InvokerMember.start(
                  new ExchangeTopics(config, settings, system, logging),
                  settings,
                  TuneSettings.of(configuration),
                  name,
                  cpu,
                  metrics,
                  logging));
      StageActions stages = new StageActions(functions, actions::present, system.dispatcher());
      var unused =
          system
              .scheduler()
              .scheduleWithFixedDelay(
                  LOOK_AHEAD,
                  LOOK_AHEAD,
                  guard.guarded(() -> lookAhead(stages)),
                  system.dispatcher());
    }
    return member;
  }
}
