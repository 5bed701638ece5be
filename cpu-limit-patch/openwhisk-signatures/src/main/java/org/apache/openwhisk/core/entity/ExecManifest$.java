/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class ExecManifest$ {
  public static final ExecManifest$ MODULE$ = new ExecManifest$();

  public ExecManifest$Runtimes runtimesManifest() {
    throw new SignatureOnly();
  }
}
