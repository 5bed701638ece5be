/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class TotalContainerPoolState {
  private final int totalContainers;
  private final int inProgressCount;
  private final PrewarmedContainerPoolState prewarmedPool;
  private final WarmContainerPoolState busyPool;
  private final WarmContainerPoolState pausedPool;

  public TotalContainerPoolState(
      int totalContainers,
      int inProgressCount,
      PrewarmedContainerPoolState prewarmedPool,
      WarmContainerPoolState busyPool,
      WarmContainerPoolState pausedPool) {
    this.totalContainers = totalContainers;
    this.inProgressCount = inProgressCount;
    this.prewarmedPool = prewarmedPool;
    this.busyPool = busyPool;
    this.pausedPool = pausedPool;
  }

  public int totalContainers() {
    return totalContainers;
  }

  public int inProgressCount() {
    return inProgressCount;
  }

  public PrewarmedContainerPoolState prewarmedPool() {
    return prewarmedPool;
  }

  public WarmContainerPoolState busyPool() {
    return busyPool;
  }

  public WarmContainerPoolState pausedPool() {
    return pausedPool;
  }
}
