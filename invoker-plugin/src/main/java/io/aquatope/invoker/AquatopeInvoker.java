/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.status.Status;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.function.Supplier;
import org.apache.openwhisk.core.containerpool.v2.NotSupportedPoolState;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.dispatch.Futures;
import scala.concurrent.Future;
import scala.util.Either;
import scala.util.Left;

/** Answers an operator's requests to the running invoker as OpenWhisk's own invoker does. */
@LinksWith(WhiskFeature.TEXT_ANSWERS)
final class AquatopeInvoker implements InvokerCore, StatusSource {

  private final InvokerAnswers answers;
  private final Supplier<Status> status;

  AquatopeInvoker(InvokerAnswers answers, Supplier<Status> status) {
    this.answers = answers;
    this.status = status;
  }

  @Override
  public Status status() {
    return status.get();
  }

  @Override
  public String enable() {
    return answers.enable();
  }

  @Override
  public String disable() {
    return answers.disable();
  }

  @Override
  public String isEnabled() {
    return answers.isEnabled();
  }

  @Override
  public String backfillPrewarm() {
    return answers.backfillPrewarm();
  }

  @Override
  public Future<Either<NotSupportedPoolState, TotalContainerPoolState>> getPoolState() {
    return Futures.successful(new Left<>(new NotSupportedPoolState()));
  }
}
