/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.openwhisk.common.TransactionMetadata;

/** What OpenWhisk's transaction ids say about workflows. */
public final class TransactionRoot {

  private TransactionRoot() {}

  /**
   * The same number for all activations that one request has led to: each carries the chain of
   * transactions that it came from, and the first of them is the request.
   */
  public static long root(TransactionMetadata transaction) {
    TransactionMetadata root = transaction;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return Hashing.farmHashFingerprint64().hashString(root.id(), StandardCharsets.UTF_8).asLong();
  }
}
