/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.Props;
import scala.Function1;
import scala.collection.immutable.List;

public final class ContainerPool$ {
  public static final ContainerPool$ MODULE$ = new ContainerPool$();

  public Props props(
      Function1<ActorRefFactory, ActorRef> factory,
      ContainerPoolConfig poolConfig,
      ActorRef feed,
      List<PrewarmingConfig> prewarmConfig,
      Logging logging) {
    throw new SignatureOnly();
  }
}
