/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.InvokerInstanceId;

public final class ContainerFactory$ {
  public static final ContainerFactory$ MODULE$ = new ContainerFactory$();

  public String containerNamePrefix(InvokerInstanceId instanceId) {
    throw new SignatureOnly();
  }
}
