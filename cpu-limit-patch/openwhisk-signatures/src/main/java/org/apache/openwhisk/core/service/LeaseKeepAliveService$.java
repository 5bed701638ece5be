/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.entity.InstanceId;
import org.apache.openwhisk.core.etcd.EtcdClient;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

public final class LeaseKeepAliveService$ {
  public static final LeaseKeepAliveService$ MODULE$ = new LeaseKeepAliveService$();

  public Props props(
      EtcdClient client,
      InstanceId instance,
      ActorRef watcherService,
      Logging logging,
      ActorSystem actorSystem) {
    throw new SignatureOnly();
  }
}
