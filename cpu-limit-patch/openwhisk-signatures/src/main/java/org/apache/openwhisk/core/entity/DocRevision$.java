/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class DocRevision$ {
  public static final DocRevision$ MODULE$ = new DocRevision$();

  public String empty() {
    throw new SignatureOnly();
  }
}
