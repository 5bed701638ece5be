/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.SignatureOnly;

public abstract class ContainerAvailableData extends Data {
  public BasicContainerInfo basicContainerInfo() {
    throw new SignatureOnly();
  }
}
