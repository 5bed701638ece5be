/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;
import org.apache.openwhisk.core.entity.ByteSize;

public abstract class ContainerData {
  private final Instant lastUsed;
  private final ByteSize memoryLimit;
  private final int activeActivationCount;

  public ContainerData(Instant lastUsed, ByteSize memoryLimit, int activeActivationCount) {
    this.lastUsed = lastUsed;
    this.memoryLimit = memoryLimit;
    this.activeActivationCount = activeActivationCount;
  }

  public Instant lastUsed() {
    return lastUsed;
  }

  public ByteSize memoryLimit() {
    return memoryLimit;
  }

  public int activeActivationCount() {
    return activeActivationCount;
  }
}
