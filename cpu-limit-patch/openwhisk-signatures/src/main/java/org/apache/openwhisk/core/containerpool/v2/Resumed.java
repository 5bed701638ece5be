/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class Resumed {
  private final WarmData data;

  public Resumed(WarmData data) {
    this.data = data;
  }

  public WarmData data() {
    return data;
  }
}
