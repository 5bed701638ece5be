/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.SignatureOnly;
import scala.util.Try;

public final class ActivationMessage$ {
  public static final ActivationMessage$ MODULE$ = new ActivationMessage$();

  public Try<ActivationMessage> parse(String message) {
    throw new SignatureOnly();
  }
}
