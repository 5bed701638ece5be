/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import scala.Option;

public class ContainerCreationAckMessage implements Message {
  private final TransactionMetadata transid;
  private final String creationId;
  private final String invocationNamespace;
  private final FullyQualifiedEntityName action;
  private final String revision;
  private final WhiskActionMetaData actionMetaData;
  private final InvokerInstanceId rootInvokerIndex;
  private final String schedulerHost;
  private final int rpcPort;
  private final int retryCount;
  private final Option<ContainerCreationError> error;
  private final Option<String> reason;

  public ContainerCreationAckMessage(
      TransactionMetadata transid,
      String creationId,
      String invocationNamespace,
      FullyQualifiedEntityName action,
      String revision,
      WhiskActionMetaData actionMetaData,
      InvokerInstanceId rootInvokerIndex,
      String schedulerHost,
      int rpcPort,
      int retryCount,
      Option<ContainerCreationError> error,
      Option<String> reason) {
    this.transid = transid;
    this.creationId = creationId;
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.revision = revision;
    this.actionMetaData = actionMetaData;
    this.rootInvokerIndex = rootInvokerIndex;
    this.schedulerHost = schedulerHost;
    this.rpcPort = rpcPort;
    this.retryCount = retryCount;
    this.error = error;
    this.reason = reason;
  }

  public TransactionMetadata transid() {
    return transid;
  }

  public String creationId() {
    return creationId;
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

  public WhiskActionMetaData actionMetaData() {
    return actionMetaData;
  }

  public InvokerInstanceId rootInvokerIndex() {
    return rootInvokerIndex;
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

  public Option<ContainerCreationError> error() {
    return error;
  }

  public Option<String> reason() {
    return reason;
  }
}
