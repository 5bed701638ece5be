/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;

public final class ActivationResponse$ {
  public static final ActivationResponse$ MODULE$ = new ActivationResponse$();

  public int ApplicationError() {
    return 1;
  }

  public ActivationResponse applicationError(String errorMsg) {
    throw new SignatureOnly();
  }

  public ActivationResponse developerError(String errorMsg, Option<Object> size) {
    throw new SignatureOnly();
  }

  public ActivationResponse whiskError(String errorMsg) {
    return new ActivationResponse() {
      @Override
      public int statusCode() {
        return 3;
      }
    };
  }
}
