/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.cpu.ForwardingContainer;
import io.aquatope.prepare.Liveness.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;

/**
 * A container that is ahead of its first call. To a container proxy it is an ordinary one whose
 * {@code /init} takes no time.
 *
 * <p>When it is to be initialised it proves itself: what the activation asks for has to be {@link
 * InitPayload equal} to what it was initialised with, it has to be resumed if it was {@linkplain
 * Pause paused}, and it has to {@linkplain Liveness answer}. If any of this fails, a fresh
 * container takes its place, is initialised for the activation, and it is destroyed, never used for
 * something else; the activation does not notice, but for the time.
 */
final class PreparedContainer extends ForwardingContainer {

  private final Origin origin;
  private final Optional<InitPayload> initialisedWith;
  private final Liveness liveness;
  private final Pause pause;
  private final Consumer<Loss> losses;
  private volatile Container inner;

  /**
   * @param initialisedWith empty if it has only been created
   * @param losses hears why it was replaced, if it was
   */
  PreparedContainer(
      Container inner,
      Origin origin,
      Optional<InitPayload> initialisedWith,
      Liveness liveness,
      Pause pause,
      Consumer<Loss> losses) {
    this.inner = inner;
    this.origin = origin;
    this.initialisedWith = initialisedWith;
    this.liveness = liveness;
    this.pause = pause;
    this.losses = losses;
  }

  @Override
  protected Container inner() {
    return inner;
  }

  /**
   * Never throws: that would end the container's proxy, and leave the activation without answer.
   */
  @Override
  public Future<Interval> initialize(
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    Initialisation asked =
        new Initialisation(InitPayload.of(initializer), timeout, maxConcurrent, entity);
    return pause
        .end()
        .flatMap(resumed -> liveness(), ec())
        .transformWith(
            answer -> {
              Optional<Loss> loss =
                  loss(asked.payload(), answer.isSuccess() ? answer.get() : Answer.SILENT);
              if (loss.isPresent()) {
                losses.accept(loss.get());
                return replace(asked, transid);
              }
              return initialisedWith.isPresent()
                  ? Future$.MODULE$.successful(now())
                  : asked.of(inner, transid);
            },
            ec());
  }

  private Future<Answer> liveness() {
    Promise<Answer> promise = Promise$.MODULE$.apply();
    var unused = liveness.of(addr()).thenAccept(promise::success);
    return promise.future();
  }

  private Optional<Loss> loss(InitPayload asked, Answer answer) {
    if (initialisedWith.isPresent() && !initialisedWith.get().equals(asked)) {
      return Optional.of(Loss.MISMATCH);
    }
    // What has only been created may not listen yet.
    boolean alive =
        answer == Answer.ACCEPTED || (answer == Answer.REFUSED && initialisedWith.isEmpty());
    return alive ? Optional.empty() : Optional.of(Loss.DEAD);
  }

  private Future<Interval> replace(Initialisation asked, TransactionMetadata transid) {
    Container former = inner;
    return origin
        .create(transid)
        .transformWith(
            fresh -> {
              if (fresh.isFailure()) {
                return notReplaced(fresh.failed().get());
              }
              inner = fresh.get();
              former.destroy(transid);
              return asked.of(inner, transid);
            },
            ec());
  }

  private static Future<Interval> notReplaced(Throwable cause) {
    return Future$.MODULE$.failed(
        new InitializationError(
            now(), ActivationResponse$.MODULE$.whiskError(String.valueOf(cause.getMessage()))));
  }

  private static Interval now() {
    Instant now = Instant.now();
    return new Interval(now, now);
  }

  /** A paused container may refuse to be destroyed, so it is resumed before. */
  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return pause.end().transformWith(resumed -> inner.destroy(transid), ec());
  }
}
