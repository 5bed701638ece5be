/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;

public class Invoker$InvokerEnabled {
  public Invoker$InvokerEnabled(boolean isEnabled) {
    throw new SignatureOnly();
  }

  public String serialize() {
    throw new SignatureOnly();
  }
}
