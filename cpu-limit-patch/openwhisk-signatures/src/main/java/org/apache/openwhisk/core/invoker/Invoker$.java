/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.invoker;

import org.apache.openwhisk.SignatureOnly;

public final class Invoker$ {
  public static final Invoker$ MODULE$ = new Invoker$();

  public String topicPrefix() {
    throw new SignatureOnly();
  }
}
