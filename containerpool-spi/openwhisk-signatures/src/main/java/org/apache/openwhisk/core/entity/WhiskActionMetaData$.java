/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import scala.concurrent.Future;
import scala.reflect.Manifest;

public final class WhiskActionMetaData$ {
  public static final WhiskActionMetaData$ MODULE$ = new WhiskActionMetaData$();

  public <A> Future<WhiskActionMetaData> get(
      ArtifactStore<A> db,
      String doc,
      String rev,
      boolean fromCache,
      boolean ignoreMissingAttachment,
      TransactionMetadata transid,
      Manifest<WhiskActionMetaData> type) {
    throw new SignatureOnly();
  }
}
