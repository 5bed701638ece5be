/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;

public class ContainerCreationMessage extends ContainerMessage {
  private final TransactionMetadata transid;
  private final String invocationNamespace;
  private final FullyQualifiedEntityName action;
  private final String revision;
  private final WhiskActionMetaData whiskActionMetaData;
  private final SchedulerInstanceId rootSchedulerIndex;
  private final String schedulerHost;
  private final int rpcPort;
  private final int retryCount;
  private final String creationId;

  public ContainerCreationMessage(
      TransactionMetadata transid,
      String invocationNamespace,
      FullyQualifiedEntityName action,
      String revision,
      WhiskActionMetaData whiskActionMetaData,
      SchedulerInstanceId rootSchedulerIndex,
      String schedulerHost,
      int rpcPort,
      int retryCount,
      String creationId) {
    this.transid = transid;
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.revision = revision;
    this.whiskActionMetaData = whiskActionMetaData;
    this.rootSchedulerIndex = rootSchedulerIndex;
    this.schedulerHost = schedulerHost;
    this.rpcPort = rpcPort;
    this.retryCount = retryCount;
    this.creationId = creationId;
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

  public SchedulerInstanceId rootSchedulerIndex() {
    return rootSchedulerIndex;
  }

  public String schedulerHost() {
    return schedulerHost;
  }

  public int rpcPort() {
    return rpcPort;
  }

  public int retryCount() {
    return retryCount;
  }

  public String creationId() {
    return creationId;
  }
}
