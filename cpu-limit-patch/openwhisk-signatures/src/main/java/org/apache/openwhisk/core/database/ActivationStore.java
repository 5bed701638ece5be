/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.DocInfo;
import org.apache.openwhisk.core.entity.WhiskActivation;
import scala.Option;
import scala.concurrent.Future;

public interface ActivationStore {
  default Future<DocInfo> storeAfterCheck(
      WhiskActivation activation,
      boolean isBlockingActivation,
      Option<scala.Enumeration.Value> blockingStoreLevel,
      Option<scala.Enumeration.Value> nonBlockingStoreLevel,
      UserContext context,
      TransactionMetadata transid,
      Option<CacheChangeNotification> notifier,
      Logging logging) {
    throw new SignatureOnly();
  }
}
