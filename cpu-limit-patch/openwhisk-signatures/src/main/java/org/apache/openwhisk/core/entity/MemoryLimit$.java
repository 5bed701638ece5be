/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class MemoryLimit$ {
  public static final MemoryLimit$ MODULE$ = new MemoryLimit$();

  public ByteSize MIN_MEMORY() {
    throw new SignatureOnly();
  }
}
