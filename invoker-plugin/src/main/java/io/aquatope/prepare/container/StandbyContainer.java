/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.prepare.container.LivenessProbe.Answer;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.runtime.BoxedUnit;

/**
 * A container that nobody uses yet.
 *
 * @param initialisedWith empty if it has only been created
 */
public record StandbyContainer(
    Container container,
    Optional<InitPayload> initialisedWith,
    IdlePause pause,
    LivenessProbe liveness) {

  /**
   * Has it prove itself: it goes on running from now on.
   *
   * @return why it cannot be had for what is asked, or empty; does not fail
   */
  public Future<Optional<PreparationLoss>> loss(InitPayload asked) {
    if (initialisedWith.isPresent() && !initialisedWith.get().equals(asked)) {
      return Future$.MODULE$.successful(Optional.of(PreparationLoss.MISMATCH));
    }
    return pause
        .end()
        .flatMap(resumed -> answer(), container.ec())
        .transformWith(
            answer ->
                Future$.MODULE$.successful(
                    answer.isSuccess() && isAlive(answer.get())
                        ? Optional.empty()
                        : Optional.of(PreparationLoss.DEAD)),
            container.ec());
  }

  /** A fresh one in the place of this one, which is used at once. */
  StandbyContainer replacedBy(Container fresh, TransactionMetadata transid) {
    return new StandbyContainer(fresh, Optional.empty(), IdlePause.none(fresh, transid), liveness);
  }

  private Future<Answer> answer() {
    Promise<Answer> promise = Promise$.MODULE$.apply();
    var unused = liveness.of(container.addr()).thenAccept(promise::success);
    return promise.future();
  }

  /** What has only been created may not listen yet. */
  private boolean isAlive(Answer answer) {
    return answer == Answer.ACCEPTED || (answer == Answer.REFUSED && initialisedWith.isEmpty());
  }

  /** A paused container may refuse to be destroyed, so it is resumed before. */
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return pause.end().transformWith(resumed -> container.destroy(transid), container.ec());
  }
}
