/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import scala.concurrent.Future;

public final class Identity$ {
  public static final Identity$ MODULE$ = new Identity$();

  public Future<Identity> get(
      ArtifactStore<WhiskAuth> store, String namespace, TransactionMetadata transid) {
    throw new SignatureOnly();
  }
}
