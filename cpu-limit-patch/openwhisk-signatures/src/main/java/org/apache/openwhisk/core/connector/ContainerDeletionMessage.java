/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;

public class ContainerDeletionMessage extends ContainerMessage {
  private final TransactionMetadata transid;
  private final String invocationNamespace;
  private final FullyQualifiedEntityName action;
  private final String revision;
  private final WhiskActionMetaData whiskActionMetaData;

  public ContainerDeletionMessage(
      TransactionMetadata transid,
      String invocationNamespace,
      FullyQualifiedEntityName action,
      String revision,
      WhiskActionMetaData whiskActionMetaData) {
    this.transid = transid;
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.revision = revision;
    this.whiskActionMetaData = whiskActionMetaData;
  }

  public TransactionMetadata transid() {
    return transid;
  }

  public String invocationNamespace() {
    return invocationNamespace;
  }

  public FullyQualifiedEntityName action() {
    return action;
  }

  public String revision() {
    return revision;
  }

  public WhiskActionMetaData whiskActionMetaData() {
    return whiskActionMetaData;
  }
}
