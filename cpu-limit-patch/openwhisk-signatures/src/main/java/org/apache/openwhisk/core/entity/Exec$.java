/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class Exec$ {
  public static final Exec$ MODULE$ = new Exec$();

  public String SEQUENCE() {
    throw new SignatureOnly();
  }

  public String UNKNOWN() {
    throw new SignatureOnly();
  }
}
