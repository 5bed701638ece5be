/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import scala.collection.immutable.List;

public class WarmContainerPoolState {
  private final int total;
  private final List<BasicContainerInfo> containers;

  public WarmContainerPoolState(int total, List<BasicContainerInfo> containers) {
    this.total = total;
    this.containers = containers;
  }

  public int total() {
    return total;
  }

  public List<BasicContainerInfo> containers() {
    return containers;
  }
}
