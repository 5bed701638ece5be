/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.time.Instant;
import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.database.StaleParameter;
import scala.Option;
import scala.collection.Seq;
import scala.collection.immutable.List;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.reflect.Manifest;
import scala.util.Either;
import spray.json.JsObject;

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

  /** The only method in OpenWhisk before December 2022. */
  public <A> Future<WhiskActionMetaData> get(
      ArtifactStore<A> db,
      String doc,
      String rev,
      boolean fromCache,
      TransactionMetadata transid,
      Manifest<WhiskActionMetaData> type) {
    throw new SignatureOnly();
  }

  public <A extends WhiskEntity>
      Future<Either<List<JsObject>, List<WhiskActionMetaData>>> listCollectionInNamespace(
          ArtifactStore<A> db,
          Seq<String> path,
          int skip,
          int limit,
          boolean includeDocs,
          Option<Instant> since,
          Option<Instant> upto,
          StaleParameter stale,
          View viewName,
          TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  public <A extends WhiskEntity> StaleParameter listCollectionInNamespace$default$8() {
    throw new SignatureOnly();
  }

  public <A extends WhiskEntity> View listCollectionInNamespace$default$9() {
    throw new SignatureOnly();
  }

  public Future<WhiskActionMetaData> resolveActionAndMergeParameters(
      ArtifactStore<WhiskEntity> entityStore,
      FullyQualifiedEntityName fullyQualifiedName,
      ExecutionContext ec,
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }
}
