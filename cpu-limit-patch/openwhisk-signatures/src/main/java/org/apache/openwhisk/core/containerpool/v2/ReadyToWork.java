/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class ReadyToWork {
  private final PreWarmData data;

  public ReadyToWork(PreWarmData data) {
    this.data = data;
  }

  public PreWarmData data() {
    return data;
  }
}
