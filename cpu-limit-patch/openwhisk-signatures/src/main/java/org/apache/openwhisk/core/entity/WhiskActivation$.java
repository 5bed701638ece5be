/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class WhiskActivation$ {
  public static final WhiskActivation$ MODULE$ = new WhiskActivation$();

  public String initTimeAnnotation() {
    throw new SignatureOnly();
  }

  public String pathAnnotation() {
    throw new SignatureOnly();
  }

  public String kindAnnotation() {
    throw new SignatureOnly();
  }

  public String causedByAnnotation() {
    throw new SignatureOnly();
  }
}
