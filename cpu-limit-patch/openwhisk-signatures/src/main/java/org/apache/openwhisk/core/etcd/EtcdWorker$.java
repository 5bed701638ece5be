/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.concurrent.ExecutionContext;

public final class EtcdWorker$ {
  public static final EtcdWorker$ MODULE$ = new EtcdWorker$();

  public Props props(
      EtcdClient client,
      ActorRef leaseService,
      ExecutionContext context,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }
}
