/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.openwhisk.common.TransactionMetadata;

/** The root of a transaction: the request from which its activations descend. */
public final class TransactionRoot {

  private TransactionRoot() {}

  /** The first of the chain of transactions that each activation carries. */
  public static TransactionMetadata of(TransactionMetadata transaction) {
    TransactionMetadata root = transaction;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return root;
  }

  /** The same number for all activations that one request has caused. */
  public static long number(TransactionMetadata transaction) {
    return Hashing.farmHashFingerprint64()
        .hashString(of(transaction).id(), StandardCharsets.UTF_8)
        .asLong();
  }
}
