/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.core.connector.ContainerDeletionMessage;

public class DeletionContainer {
  private final ContainerDeletionMessage deletionMessage;

  public DeletionContainer(ContainerDeletionMessage deletionMessage) {
    this.deletionMessage = deletionMessage;
  }

  public ContainerDeletionMessage deletionMessage() {
    return deletionMessage;
  }
}
