/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import spray.json.JsValue;

public abstract class CodeExec<T> extends Exec {
  public abstract boolean pull();

  public abstract JsValue codeAsJson();

  public ByteSize size() {
    throw new SignatureOnly();
  }
}
