/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class Initialized {
  private final InitializedData data;

  public Initialized(InitializedData data) {
    this.data = data;
  }

  public InitializedData data() {
    return data;
  }
}
