/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public abstract class CodeExec<T> extends Exec {
  public abstract boolean pull();

  public ByteSize size() {
    throw new SignatureOnly();
  }
}
