/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.pekko.actor.ActorSystem;

public final class WhiskEntityStore$ {
  public static final WhiskEntityStore$ MODULE$ = new WhiskEntityStore$();

  public ArtifactStore<WhiskEntity> datastore(ActorSystem system, Logging logging) {
    throw new SignatureOnly();
  }
}
