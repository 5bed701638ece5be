/* SPDX-License-Identifier: Apache-2.0 */
package com.ibm.etcd.api;

import org.apache.openwhisk.SignatureOnly;

public final class RangeResponse {
  public java.util.List<KeyValue> getKvsList() {
    throw new SignatureOnly();
  }
}
