/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import scala.Function2;

public final class InvokerHealthManager$ {
  public static final InvokerHealthManager$ MODULE$ = new InvokerHealthManager$();

  public Props props(
      InvokerInstanceId instance,
      Function2<ActorRefFactory, ActorRef, ActorRef> healthContainerProxyFactory,
      ActorRef dataManagementService,
      ArtifactStore<WhiskEntity> entityStore,
      ActorSystem actorSystem,
      Logging logging) {
    throw new SignatureOnly();
  }

  public Identity healthActionIdentity() {
    throw new SignatureOnly();
  }
}
