/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public class NeedWork {
  private final ContainerData data;

  public NeedWork(ContainerData data) {
    this.data = data;
  }

  public ContainerData data() {
    return data;
  }
}
