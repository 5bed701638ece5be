/* SPDX-License-Identifier: Apache-2.0 */
package com.google.protobuf;

import org.apache.openwhisk.SignatureOnly;

public abstract class ByteString {
  public final String toStringUtf8() {
    throw new SignatureOnly();
  }
}
