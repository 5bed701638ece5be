/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aquatope.pool.FatalErrors;
import io.aquatope.thread.FailureKinds;
import io.aquatope.thread.FailureText;
import java.util.function.Consumer;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.LoggingMarkers$;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.tracing.WhiskTracerProvider$;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.ActivationMessage$;
import org.apache.openwhisk.core.connector.MessageFeed$Processed$;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.openwhisk.core.invoker.NamespaceBlacklist;
import org.apache.openwhisk.http.Messages$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.dispatch.Futures;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/**
 * Turns a message of the invoker's topic into an activation for the pool: parses it, checks the
 * namespace, and fetches the action.
 *
 * <p>Each parsed message is acknowledged: by the container that runs it or, if it cannot run, here.
 * For each activation that ends here, the feed is asked for the next one.
 */
final class ActivationReceiver {

  private final NamespaceBlacklist blacklist;
  private final ActionFetcher actions;
  private final FallbackActivations fallback;
  private final ActivationSubmitter submitter;
  private final Consumer<ActivationMessage> listener;
  private final FailureKinds failures = new FailureKinds();
  private final ActorRef feed;
  private final Logging logging;
  private final ExecutionContext context;

  /**
   * @param listener receives each activation before it runs
   */
  ActivationReceiver(
      NamespaceBlacklist blacklist,
      ActionFetcher actions,
      FallbackActivations fallback,
      ActivationSubmitter submitter,
      Consumer<ActivationMessage> listener,
      ActorRef feed,
      Logging logging,
      ExecutionContext context) {
    this.blacklist = blacklist;
    this.actions = actions;
    this.fallback = fallback;
    this.submitter = submitter;
    this.listener = listener;
    this.feed = feed;
    this.logging = logging;
    this.context = context;
  }

  /** Handles one message in its wire format; the future does not fail. */
  Future<BoxedUnit> receive(byte[] bytes) {
    return Futures.future(
            () -> ActivationMessage$.MODULE$.parse(new String(bytes, UTF_8)).get(), context)
        .flatMap(this::accept, context)
        .transform(this::orReport, context);
  }

  /**
   * Runs an activation. Whatever fails from here on, errors included, the activation is answered
   * once.
   */
  private Future<BoxedUnit> accept(ActivationMessage message) {
    try {
      return begin(message);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      return Future.fromTry(orReject(message, new Failure<>(e)));
    }
  }

  private Future<BoxedUnit> begin(ActivationMessage message) {
    WhiskTracerProvider$.MODULE$
        .tracer()
        .setTraceContext(message.transid(), message.traceContext());
    if (blacklist.isBlacklisted(message.user())) {
      block(message);
      return Futures.successful(BoxedUnit.UNIT);
    }
    TransactionId$.MODULE$.started$extension(
        message.transid(),
        this,
        LoggingMarkers$.MODULE$.INVOKER_ACTIVATION(),
        () -> "",
        org.apache.pekko.event.Logging.InfoLevel(),
        logging);
    observe(message);
    return actions
        .fetch(message)
        .transform(fetched -> orReject(message, submitted(message, fetched)), context);
  }

  /** Calls the listener. A failure of the listener must not cost an activation. */
  private void observe(ActivationMessage message) {
    try {
      listener.accept(message);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      if (failures.count(e) > 0) {
        logging.error(
            this, () -> "an activation was not observed: " + FailureText.of(e), message.transid());
      }
    }
  }

  private Try<BoxedUnit> submitted(ActivationMessage message, Try<WhiskAction> fetched) {
    try {
      submitter.submit(message, fetched.get());
      return new Success<>(BoxedUnit.UNIT);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      return new Failure<>(e);
    }
  }

  private void block(ActivationMessage message) {
    String namespace = message.user().namespace().name();
    logging.warn(
        this, () -> "namespace %s was blocked in invoker.".formatted(namespace), message.transid());
    fallback.answerWithoutRecord(
        message,
        ActivationResponse$.MODULE$.applicationError(Messages$.MODULE$.namespacesBlacklisted()));
    askForNext();
  }

  private Try<BoxedUnit> orReject(ActivationMessage message, Try<BoxedUnit> submitted) {
    if (submitted.isFailure()) {
      Throwable cause = submitted.failed().get();
      logging.error(
          this,
          () ->
              "activation %s is not run: %s"
                  .formatted(message.activationId(), FailureText.oneLine(cause)),
          message.transid());
      fallback.answer(message, ActivationRejection.response(cause));
      askForNext();
    }
    return new Success<>(BoxedUnit.UNIT);
  }

  private Try<BoxedUnit> orReport(Try<BoxedUnit> received) {
    if (received.isFailure()) {
      Throwable cause = received.failed().get();
      logging.error(
          this,
          () -> "terminal failure while processing message: " + FailureText.oneLine(cause),
          TransactionId$.MODULE$.invoker());
      askForNext();
    }
    return new Success<>(BoxedUnit.UNIT);
  }

  private void askForNext() {
    feed.tell(MessageFeed$Processed$.MODULE$, ActorRef.noSender());
  }
}
