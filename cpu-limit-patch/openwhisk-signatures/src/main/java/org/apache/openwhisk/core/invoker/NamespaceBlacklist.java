/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.WhiskAuth;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

public class NamespaceBlacklist {
  public NamespaceBlacklist(ArtifactStore<WhiskAuth> authStore) {
    throw new SignatureOnly();
  }

  public boolean isBlacklisted(Identity identity) {
    throw new SignatureOnly();
  }

  public Future<Set<String>> refreshBlacklist(ExecutionContext ec, TransactionMetadata tid) {
    throw new SignatureOnly();
  }
}
