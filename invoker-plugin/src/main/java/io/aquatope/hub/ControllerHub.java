/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.base.Ticker;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.message.RootId;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.metrics.MetricSink;
import io.aquatope.text.TenantText;
import io.aquatope.thread.DaemonLoop;
import io.aquatope.thread.FailureGuard;
import io.aquatope.thread.FailureLog;
import io.aquatope.thread.MonotonicClock;
import io.aquatope.thread.PeriodicTask;
import io.aquatope.whisk.TransactionRoot;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;

/** The hub of this controller, with its threads. */
final class ControllerHub implements AutoCloseable {

  /**
   * Interval between checks for namespaces that are due for another survey. The quotas set when
   * they are due.
   */
  private static final Duration RECHECK_INTERVAL = Duration.ofSeconds(10);

  private final ExchangeEvents events;
  private final Hub hub;
  private final WorkflowSurvey survey;
  private final List<AutoCloseable> threads;
  private final TransactionStarts starts = new TransactionStarts(Clock.systemUTC());
  private final FailureGuard guard;

  private ControllerHub(
      Hub hub, WorkflowSurvey survey, List<AutoCloseable> threads, ExchangeEvents events) {
    this.events = events;
    this.hub = hub;
    this.survey = survey;
    this.threads = List.copyOf(threads);
    this.guard =
        new FailureGuard(
            new FailureLog(
                "%s activations were not observed: %s", TenantText.SHOWN, events::warned));
  }

  /**
   * @param catalog of all actions
   * @param controller the controller's id, as activation messages carry it
   */
  static ControllerHub start(
      ExchangeTopics topics,
      ActionCatalog catalog,
      HubSettings settings,
      TuningRules rules,
      String controller,
      MetricSink sink,
      Logging logging) {
    ExchangeMetrics metrics = new ExchangeMetrics(sink, Clock.systemUTC());
    WhiskExchangeEvents events =
        new WhiskExchangeEvents(logging, TransactionId$.MODULE$.controller(), sink);
    String topic = settings.topics().observations(controller);
    SenderIdentity me = SenderIdentity.starting("controller" + controller);
    topics.ensure(settings.topics().log());
    topics.ensure(topic);
    Hub hub = new Hub(me, metrics.counted(topics.transport()), settings, rules, events, metrics);
    ExchangeThreads exchange = new ExchangeThreads(events);
    DaemonLoop observations =
        TopicReader.start(topics.sharedReader(topic), true, topic, hub::receive, events);
    WorkflowSurvey survey =
        new WorkflowSurvey(
            catalog,
            (budget, namespace) ->
                new NamespaceSurvey(budget, settings.quotas(), namespace).run(hub.known(namespace)),
            settings.workflows().discoverInterval(),
            settings.quotas(),
            hub::discovered,
            events,
            Ticker.systemTicker());
    PeriodicTask pulse =
        exchange.start(
            "aquatope-hub",
            settings.batch().interval(),
            now -> {
              hub.tick(now);
              metrics.dropped(hub.dropped());
              metrics.refused(hub.refused() + survey.refused());
              metrics.crowded(hub.crowded());
            });
    exchange.report(pulse, hub::losses);
    PeriodicTask rechecks =
        exchange.start(
            "aquatope-hub-rechecks", RECHECK_INTERVAL, now -> survey.recheck(hub.namespaces()));
    List<AutoCloseable> threads = new ArrayList<>(List.of(pulse, rechecks, observations));
    if (!topics.isInMemory()) {
      threads.add(
          TopicReader.start(
              topics.replayingReader(settings.topics().log(), me.name() + "-" + me.start()),
              false,
              settings.topics().log(),
              (bytes, now) -> hub.receiveLog(bytes),
              events));
    }
    return new ControllerHub(hub, survey, threads, events);
  }

  void published(ActivationMessage message) {
    // A failure must not affect the activation.
    guard.attempt(
        () -> {
          long nowMs = MonotonicClock.millis();
          TransactionMetadata root = TransactionRoot.of(message.transid());
          String namespace = message.user().namespace().name();
          hub.published(
              namespace,
              RootId.of(root.id()),
              starts.steady(root.start(), nowMs),
              message.activationId(),
              message.action().path().mkString("/") + "/" + message.action().name(),
              nowMs);
          if (message.causedBySequence()) {
            survey.active(namespace);
          }
        });
  }

  void completed(ActivationMessage message) {
    guard.attempt(
        () ->
            hub.completed(
                message.user().namespace().name(),
                RootId.of(TransactionRoot.of(message.transid()).id()),
                message.activationId(),
                MonotonicClock.millis()));
  }

  @Override
  public void close() {
    for (AutoCloseable thread : threads) {
      close(thread);
    }
  }

  private void close(AutoCloseable thread) {
    try {
      thread.close();
    } catch (Exception e) {
      events.warned("a thread of the exchange did not end: " + e);
    }
  }
}
