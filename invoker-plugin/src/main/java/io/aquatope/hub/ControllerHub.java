/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.join.Hub;
import io.aquatope.exchange.message.Identity;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.metrics.WhiskMetrics;
import java.time.InstantSource;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;

/** The hub of this controller, with its threads. */
final class ControllerHub implements AutoCloseable {

  private final ExchangeEvents events;
  private final Hub hub;
  private final Pulse pulse;
  private final TopicReader reader;
  private final WorkflowSurvey survey;

  private ControllerHub(
      Hub hub, WorkflowSurvey survey, Pulse pulse, TopicReader reader, ExchangeEvents events) {
    this.events = events;
    this.hub = hub;
    this.survey = survey;
    this.pulse = pulse;
    this.reader = reader;
  }

  /**
   * @param catalog of all actions
   * @param controller the controller's id, as activation messages carry it
   */
  static ControllerHub start(
      Topics topics,
      ActionCatalog catalog,
      HubSettings settings,
      TuningRules rules,
      String controller,
      Logging logging) {
    ExchangeMetrics metrics = new ExchangeMetrics(WhiskMetrics.INSTANCE, InstantSource.system());
    WhiskExchangeEvents events =
        new WhiskExchangeEvents(
            logging, TransactionId$.MODULE$.controller(), WhiskMetrics.INSTANCE);
    String topic = settings.observations(controller);
    topics.ensure(settings.log());
    topics.ensure(topic);
    Hub hub =
        new Hub(
            Identity.starting("controller" + controller),
            metrics.counted(topics.transport()),
            settings,
            rules,
            events,
            metrics);
    TopicReader reader =
        TopicReader.start(topics.sharedReader(topic), true, topic, hub::receive, events);
    Pulse pulse =
        Pulse.start(
            "aquatope-hub",
            settings.batchInterval(),
            now -> {
              hub.tick(now);
              metrics.dropped(hub.dropped());
            },
            events);
    pulse.report(hub::losses, events);
    WorkflowSurvey survey =
        new WorkflowSurvey(
            catalog::annotated, settings.discoverInterval(), hub::discovered, events);
    return new ControllerHub(hub, survey, pulse, reader, events);
  }

  void published(ActivationMessage message) {
    attempt(
        () -> {
          TransactionMetadata root = Roots.of(message.transid());
          hub.published(
              root.id(),
              root.start().toEpochMilli(),
              message.activationId(),
              message.action().path().mkString("/") + "/" + message.action().name(),
              System.currentTimeMillis());
          if (message.causedBySequence()) {
            survey.active(message.user().namespace().name());
          }
        });
  }

  void completed(ActivationMessage message) {
    attempt(
        () ->
            hub.completed(
                Roots.of(message.transid()).id(),
                message.activationId(),
                System.currentTimeMillis()));
  }

  /** Whatever happens here, the activation goes its way. */
  private void attempt(Runnable observation) {
    try {
      observation.run();
    } catch (RuntimeException e) {
      events.warned("an activation was not observed: " + e);
    }
  }

  @Override
  public void close() {
    pulse.close();
    reader.close();
  }
}
