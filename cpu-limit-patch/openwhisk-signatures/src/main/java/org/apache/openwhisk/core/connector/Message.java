/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;

public interface Message {
  default void org$apache$openwhisk$core$connector$Message$_setter_$transid_$eq(
      TransactionMetadata transid) {
    throw new SignatureOnly();
  }

  default TransactionMetadata transid() {
    throw new SignatureOnly();
  }

  default String serialize() {
    throw new SignatureOnly();
  }
}
