/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import org.apache.openwhisk.common.TransactionMetadata;

/** The root of a transaction, from which others descend. It identifies a workflow instance. */
final class RootOfTransaction {

  private RootOfTransaction() {}

  static TransactionMetadata of(TransactionMetadata transaction) {
    TransactionMetadata root = transaction;
    while (root.parent().isDefined()) {
      root = root.parent().get();
    }
    return root;
  }
}
