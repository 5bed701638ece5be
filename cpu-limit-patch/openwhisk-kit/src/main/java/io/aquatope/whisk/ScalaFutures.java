/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.util.concurrent.CompletableFuture;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.runtime.BoxedUnit;

/** Converts between futures of Scala and futures of Java. */
public final class ScalaFutures {

  private ScalaFutures() {}

  /**
   * Completes together with the given future.
   *
   * @param context that hands over the result
   */
  public static <T> CompletableFuture<T> completable(Future<T> future, ExecutionContext context) {
    CompletableFuture<T> result = new CompletableFuture<>();
    future.onComplete(
        outcome -> {
          if (outcome.isSuccess()) {
            result.complete(outcome.get());
          } else {
            result.completeExceptionally(outcome.failed().get());
          }
          return BoxedUnit.UNIT;
        },
        context);
    return result;
  }

  /** Completes together with the given future. */
  public static <T> Future<T> of(CompletableFuture<T> future) {
    Promise<T> promise = Promise$.MODULE$.apply();
    var unused =
        future.whenComplete(
            (result, failure) -> {
              if (failure == null) {
                promise.success(result);
              } else {
                promise.failure(failure);
              }
            });
    return promise.future();
  }
}
