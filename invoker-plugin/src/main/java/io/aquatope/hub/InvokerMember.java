/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.cpu.CpuControl;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.member.CpuPort;
import io.aquatope.exchange.member.ExchangeState;
import io.aquatope.exchange.member.FollowerLookup;
import io.aquatope.exchange.member.Member;
import io.aquatope.exchange.member.StageDemand;
import io.aquatope.exchange.message.RootId;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.workflow.TuneSettings;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.forecast.PastCalls;
import io.aquatope.thread.FailureGuard;
import io.aquatope.thread.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.connector.ActivationMessage;

/** This invoker's part in the exchange, with its threads. */
public final class InvokerMember {

  private static final Duration DECIDE_INTERVAL = Duration.ofSeconds(1);
  private static final double NANOS = 1e9;

  private final Cache<String, String> controllers;
  private final Member member;
  private final OwnerUpdates updates;
  private final boolean keepsKeys;
  private final FailureGuard guard;

  private InvokerMember(
      Member member, OwnerUpdates updates, int buffer, boolean keepsKeys, ExchangeEvents events) {
    this.guard =
        new FailureGuard(
            new ExchangeThreads(events).failures("%d activations were not reported: %s"));
    this.member = member;
    this.updates = updates;
    this.keepsKeys = keepsKeys;
    controllers = CacheBuilder.newBuilder().maximumSize(buffer).build();
  }

  /**
   * Starts to take part.
   *
   * @param name of the invoker, the same after each start, for example {@code invoker3}
   * @param cpu receives the limits, and reports the runs
   */
  public static InvokerMember start(
      ExchangeTopics topics,
      HubSettings settings,
      TuneSettings tune,
      String name,
      CpuControl cpu,
      MetricSink sink,
      Logging logging) {
    ExchangeMetrics metrics = new ExchangeMetrics(sink, Clock.systemUTC());
    WhiskExchangeEvents events =
        new WhiskExchangeEvents(logging, TransactionId$.MODULE$.invoker(), sink);
    SenderIdentity me = SenderIdentity.starting(name);
    topics.ensure(settings.topics().log());
    OwnerUpdates updates = new OwnerUpdates(tune.api(), events);
    Member member =
        new Member(
            me,
            metrics.counted(topics.transport()),
            settings,
            tune,
            limits(cpu),
            updates,
            events,
            metrics);
    InvokerMember invoker =
        new InvokerMember(member, updates, settings.batch().buffer(), tune.appliesMemory(), events);
    cpu.subscribe(invoker::observed);
    TopicReader.start(
        topics.replayingReader(settings.topics().log(), name + "-" + me.start()),
        false,
        settings.topics().log(),
        member::receive,
        events);
    ExchangeThreads threads = new ExchangeThreads(events);
    threads.report(
        threads.start("aquatope-member", settings.batch().interval(), member::tick),
        () -> "observations dropped: " + member.dropped());
    threads.start(
        "aquatope-exchange-metrics",
        settings.timing().heartbeat(),
        now -> {
          metrics.connected(member.isConnected(now));
          metrics.dropped(member.dropped());
        });
    threads.start("aquatope-tuner", DECIDE_INTERVAL, member::decide);
    return invoker;
  }

  /**
   * Notes which controller has sent an activation, because that controller receives its
   * observation. A failure must not affect the activation.
   */
  public void accepted(ActivationMessage message) {
    guard.attempt(() -> note(message));
  }

  private void note(ActivationMessage message) {
    controllers.put(message.activationId(), message.rootControllerIndex().asString());
    if (keepsKeys) {
      updates.called(
          message.action().path().mkString("/") + "/" + message.action().name(),
          message.user().namespace().name(),
          WorkflowAnnotations.text(message.user().authkey().toEnvironment(), "api_key"));
    }
  }

  /**
   * Past calls of a function, from the observations of all invokers, in the form that the policy
   * reads.
   */
  public List<PastCalls.Past> pastCalls(FunctionId function) {
    // Minutes of the wall clock, because the counts carry time stamps of controllers and other
    // invokers.
    long open = Duration.ofMillis(System.currentTimeMillis()).toMinutes();
    return StageDemand.of(member.state(), function.namespace(), function.action(), open - 1)
        .stream()
        .map(
            minute ->
                new PastCalls.Past(
                    minute.calls(), minute.calls() == 0 ? 0 : (int) Math.ceil(minute.busy())))
        .toList();
  }

  /** The followers of each action here, as later stages of workflows. */
  public FollowerLookup followUps() {
    return member.followUps();
  }

  /** The state derived from the log so far. */
  public ExchangeState state() {
    return member.state();
  }

  /** Whether this invoker's messages come back through the log. */
  public boolean isConnected() {
    return member.isConnected(MonotonicClock.millis());
  }

  private void observed(StageMeasurement run) {
    String controller = controllers.asMap().remove(run.activation().id());
    if (controller != null) {
      // A failure, for example of a name that is too long for a message, must not reach the run's
      // thread.
      guard.attempt(() -> member.observed(controller, stage(run)));
    }
  }

  static StageReport stage(StageMeasurement run) {
    StageMeasurement.Activation activation = run.activation();
    return new StageReport(
        activation.id(),
        activation.namespace(),
        RootId.of(activation.workflow()),
        activation.action(),
        new StageExecution(
            run.resources().limit().map(CpuLimit::milliCores).orElse(0),
            (int) run.resources().memoryMb(),
            run.resources().memoryPeakMb().orElse(0),
            run.timing().start().plus(run.timing().duration()).toEpochMilli(),
            run.timing().duration().toNanos() / NANOS,
            !run.resources().limitChanged() && !run.shared(),
            run.timing().cold(),
            switch (run.outcome()) {
              case SUCCESS, APPLICATION_ERROR -> true;
              case DEVELOPER_ERROR, WHISK_ERROR -> false;
            }));
  }

  private static CpuPort limits(CpuControl cpu) {
    return new CpuPort() {
      @Override
      public void decide(String action, int milliCores) {
        cpu.decide(action, new CpuLimit(milliCores));
      }

      @Override
      public void withdraw(String action) {
        cpu.withdraw(action);
      }
    };
  }
}
