/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.database.ActivationStore;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.database.UserContext$;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.Function4;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/** Writes activation records to the activation store, unless the user or the limits forbid it. */
public final class ActivationRecords {

  private final ActivationStore store;
  private final Logging logging;
  private final ExecutionContext context;

  public ActivationRecords(ActivationStore store, Logging logging, ExecutionContext context) {
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

  /** The same as a function for container proxies. */
  public Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>>
      asFunction() {
    return (tid, activation, blocking, user) ->
        store(tid.meta(), activation, (Boolean) blocking, user);
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
