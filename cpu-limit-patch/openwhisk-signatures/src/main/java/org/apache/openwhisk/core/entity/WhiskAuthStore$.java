/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.pekko.actor.ActorSystem;

public final class WhiskAuthStore$ {
  public static final WhiskAuthStore$ MODULE$ = new WhiskAuthStore$();

  public ArtifactStore<WhiskAuth> datastore(ActorSystem system, Logging logging) {
    throw new SignatureOnly();
  }
}
