/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class ContainerIsPaused {
  private final WarmData data;

  public ContainerIsPaused(WarmData data) {
    this.data = data;
  }

  public WarmData data() {
    return data;
  }
}
