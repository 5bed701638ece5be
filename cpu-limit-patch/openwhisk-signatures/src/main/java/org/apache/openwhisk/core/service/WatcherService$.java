/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.etcd.EtcdClient;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

public final class WatcherService$ {
  public static final WatcherService$ MODULE$ = new WatcherService$();

  public Props props(EtcdClient client, Logging logging, ActorSystem actorSystem) {
    throw new SignatureOnly();
  }
}
