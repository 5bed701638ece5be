/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;
import org.apache.openwhisk.core.entity.ByteSize;

public abstract class ContainerStarted extends ContainerData {
  private final Container container;

  public ContainerStarted(
      Container container, Instant lastUsed, ByteSize memoryLimit, int activeActivationCount) {
    super(lastUsed, memoryLimit, activeActivationCount);
    this.container = container;
  }

  public Container container() {
    return container;
  }
}
