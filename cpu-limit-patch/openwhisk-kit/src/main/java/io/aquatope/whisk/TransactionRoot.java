/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.openwhisk.common.TransactionMetadata;

/** Finds the request of a workflow in OpenWhisk's transaction ids. */
public final class TransactionRoot {

  private TransactionRoot() {}

  /**
   * The same number for all activations that one request has caused. Each carries the chain of its
   * transactions, and the first of them is the request.
   */
  public static long root(TransactionMetadata transaction) {
    TransactionMetadata root = transaction;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return Hashing.farmHashFingerprint64().hashString(root.id(), StandardCharsets.UTF_8).asLong();
  }
}
