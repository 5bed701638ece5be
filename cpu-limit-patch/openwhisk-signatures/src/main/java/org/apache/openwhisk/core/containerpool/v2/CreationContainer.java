/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.entity.WhiskAction;

public class CreationContainer {
  private final ContainerCreationMessage creationMessage;
  private final WhiskAction action;

  public CreationContainer(ContainerCreationMessage creationMessage, WhiskAction action) {
    this.creationMessage = creationMessage;
    this.action = action;
  }

  public ContainerCreationMessage creationMessage() {
    return creationMessage;
  }

  public WhiskAction action() {
    return action;
  }
}
