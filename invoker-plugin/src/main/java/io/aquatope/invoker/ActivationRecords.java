/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import java.time.Duration;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.database.ActivationStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.database.UserContext$;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.entity.WhiskActivation$;
import scala.Function4;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import spray.json.JsNumber;
import spray.json.JsValue;

/** Writes activation records to the activation store, unless the user or the limits say no. */
final class ActivationRecords {

  private final ActivationStore store;
  private final Logging logging;
  private final ExecutionContext context;

  ActivationRecords(ActivationStore store, Logging logging, ExecutionContext context) {
    this.store = store;
    this.logging = logging;
    this.context = context;
  }

  void store(ActivationMessage message, WhiskActivation activation) {
    store(
        message.transid(),
        activation,
        message.blocking(),
        new UserContext(message.user(), UserContext$.MODULE$.apply$default$2()));
  }

  /**
   * As container proxies want it.
   *
   * @param starts hears when the functions of activations ran
   */
  Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> asFunction(
      StartTimes starts) {
    return (tid, activation, blocking, user) -> {
      if (hasRun(activation)) {
        starts.ran(activation.activationId(), activation.start().plus(initTime(activation)));
      }
      return store(tid.meta(), activation, (Boolean) blocking, user);
    };
  }

  /** Well, or with an error of its own; others may not have come as far. */
  private static boolean hasRun(WhiskActivation activation) {
    return activation.response().statusCode() <= ActivationResponse$.MODULE$.ApplicationError();
  }

  private static Duration initTime(WhiskActivation activation) {
    Option<JsValue> millis =
        Parameters$.MODULE$.get$extension(
            activation.annotations(), WhiskActivation$.MODULE$.initTimeAnnotation());
    return millis.isDefined() && millis.get() instanceof JsNumber number
        ? Duration.ofMillis(number.value().toLong())
        : Duration.ZERO;
  }

  private Future<Object> store(
      TransactionMetadata tid, WhiskActivation activation, boolean blocking, UserContext user) {
    return store
        .storeAfterCheck(
            activation,
            blocking,
            Option.empty(),
            Option.empty(),
            user,
            tid,
            Option.empty(),
            logging)
        .map(stored -> (Object) stored, context);
  }
}
