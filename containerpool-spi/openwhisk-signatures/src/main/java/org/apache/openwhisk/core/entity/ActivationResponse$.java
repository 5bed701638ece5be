/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class ActivationResponse$ {
  public static final ActivationResponse$ MODULE$ = new ActivationResponse$();

  public ActivationResponse applicationError(String errorMsg) {
    throw new SignatureOnly();
  }

  public ActivationResponse whiskError(String errorMsg) {
    throw new SignatureOnly();
  }
}
