/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

/**
 * A value class: methods take and give its {@link TransactionMetadata}, function types the object.
 */
public final class TransactionId {
  private final TransactionMetadata meta;

  public TransactionId(TransactionMetadata meta) {
    this.meta = meta;
  }

  public TransactionMetadata meta() {
    return meta;
  }
}
