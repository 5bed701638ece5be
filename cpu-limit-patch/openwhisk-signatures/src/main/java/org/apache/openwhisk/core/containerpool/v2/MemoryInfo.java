/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class MemoryInfo {
  private final long freeMemory;
  private final long busyMemory;
  private final long inProgressMemory;

  public MemoryInfo(long freeMemory, long busyMemory, long inProgressMemory) {
    this.freeMemory = freeMemory;
    this.busyMemory = busyMemory;
    this.inProgressMemory = inProgressMemory;
  }

  public long freeMemory() {
    return freeMemory;
  }

  public long busyMemory() {
    return busyMemory;
  }

  public long inProgressMemory() {
    return inProgressMemory;
  }
}
