/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class BasicContainerInfo {
  private final String containerId;
  private final String namespace;
  private final String action;
  private final String kind;

  public BasicContainerInfo(String containerId, String namespace, String action, String kind) {
    this.containerId = containerId;
    this.namespace = namespace;
    this.action = action;
    this.kind = kind;
  }

  public String containerId() {
    return containerId;
  }

  public String namespace() {
    return namespace;
  }

  public String action() {
    return action;
  }

  public String kind() {
    return kind;
  }
}
