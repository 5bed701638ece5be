/* SPDX-License-Identifier: Apache-2.0 */
package com.ibm.etcd.api;

import org.apache.openwhisk.SignatureOnly;

public final class KeyValue {
  public com.google.protobuf.ByteString getKey() {
    throw new SignatureOnly();
  }

  public com.google.protobuf.ByteString getValue() {
    throw new SignatureOnly();
  }
}
