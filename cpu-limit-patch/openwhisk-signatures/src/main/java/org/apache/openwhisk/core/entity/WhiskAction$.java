/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import scala.concurrent.Future;
import scala.reflect.Manifest;

public final class WhiskAction$ {
  public static final WhiskAction$ MODULE$ = new WhiskAction$();

  public <A> Future<WhiskAction> get(
      ArtifactStore<A> db,
      String doc,
      String rev,
      boolean fromCache,
      boolean ignoreMissingAttachment,
      TransactionMetadata transid,
      Manifest<WhiskAction> type) {
    throw new SignatureOnly();
  }

  /** The only method in OpenWhisk before December 2022. */
  public <A> Future<WhiskAction> get(
      ArtifactStore<A> db,
      String doc,
      String rev,
      boolean fromCache,
      TransactionMetadata transid,
      Manifest<WhiskAction> type) {
    throw new SignatureOnly();
  }
}
