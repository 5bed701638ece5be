/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.prepare.container.LivenessProbe.Answer;
import io.aquatope.whisk.ScalaFutures;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/**
 * A container that is not in use yet.
 *
 * @param initialisedWith empty if it has only been created
 */
public record StandbyContainer(
    Container container,
    Optional<InitPayload> initialisedWith,
    IdlePause pause,
    LivenessProbe liveness) {

  /**
   * Resumes and checks the container. It keeps running from now on.
   *
   * @return reason why it cannot be used for this payload, or empty; does not fail
   */
  public Future<Optional<PreparationLoss>> loss(InitPayload asked) {
    if (initialisedWith.isPresent() && !initialisedWith.get().equals(asked)) {
      return Future$.MODULE$.successful(Optional.of(PreparationLoss.MISMATCH));
    }
    return pause
        .end()
        .flatMap(resumed -> ScalaFutures.of(liveness.of(container.addr())), container.ec())
        .transformWith(
            answer ->
                Future$.MODULE$.successful(
                    answer.isSuccess() && isAlive(answer.get())
                        ? Optional.empty()
                        : Optional.of(PreparationLoss.DEAD)),
            container.ec());
  }

  /** A fresh container instead of this one, for immediate use. */
  StandbyContainer replacedBy(Container fresh, TransactionMetadata transid) {
    return new StandbyContainer(fresh, Optional.empty(), IdlePause.none(fresh, transid), liveness);
  }

  /**
   * Whether an answer shows a live container. A container that has only been created may not listen
   * yet.
   */
  private boolean isAlive(Answer answer) {
    return answer == Answer.ACCEPTED || (answer == Answer.REFUSED && initialisedWith.isEmpty());
  }

  /** Resumes the container first, because a paused one may refuse to be destroyed. */
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return pause.end().transformWith(resumed -> container.destroy(transid), container.ec());
  }
}
