/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.openwhisk.core.entity.WhiskAction$;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import org.apache.openwhisk.core.entity.WhiskActionMetaData$;
import org.apache.openwhisk.core.entity.WhiskEntity;
import scala.concurrent.Future;
import scala.reflect.Manifest;
import scala.reflect.ManifestFactory$;

/** Reads actions from OpenWhisk's entity store. An action whose code is missing is a failure. */
public final class WhiskActions {

  private static final Manifest<WhiskAction> ACTION =
      ManifestFactory$.MODULE$.classType(WhiskAction.class);
  private static final Manifest<WhiskActionMetaData> META_DATA =
      ManifestFactory$.MODULE$.classType(WhiskActionMetaData.class);

  private WhiskActions() {}

  /**
   * Reads an action with its code.
   *
   * @param id name of its document
   * @param revision of the document
   * @param fromCache whether OpenWhisk's cache may answer
   */
  public static Future<WhiskAction> action(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskFeature.MISSING_ATTACHMENT.isPresent()
        ? actionOrFailure(store, id, revision, fromCache, transid)
        : onlyAction(store, id, revision, fromCache, transid);
  }

  /**
   * Reads an action without its code.
   *
   * @param id name of its document
   * @param revision of the document
   * @param fromCache whether OpenWhisk's cache may answer
   */
  public static Future<WhiskActionMetaData> metaData(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskFeature.MISSING_ATTACHMENT.isPresent()
        ? metaDataOrFailure(store, id, revision, fromCache, transid)
        : onlyMetaData(store, id, revision, fromCache, transid);
  }

  @LinksWith(WhiskFeature.MISSING_ATTACHMENT)
  private static Future<WhiskAction> actionOrFailure(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskAction$.MODULE$.get(store, id, revision, fromCache, false, transid, ACTION);
  }

  @LinksWithout(WhiskFeature.MISSING_ATTACHMENT)
  private static Future<WhiskAction> onlyAction(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskAction$.MODULE$.get(store, id, revision, fromCache, transid, ACTION);
  }

  @LinksWith(WhiskFeature.MISSING_ATTACHMENT)
  private static Future<WhiskActionMetaData> metaDataOrFailure(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskActionMetaData$.MODULE$.get(
        store, id, revision, fromCache, false, transid, META_DATA);
  }

  @LinksWithout(WhiskFeature.MISSING_ATTACHMENT)
  private static Future<WhiskActionMetaData> onlyMetaData(
      ArtifactStore<WhiskEntity> store,
      String id,
      String revision,
      boolean fromCache,
      TransactionMetadata transid) {
    return WhiskActionMetaData$.MODULE$.get(store, id, revision, fromCache, transid, META_DATA);
  }
}
