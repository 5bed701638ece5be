/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;

public class Initialize {
  private final String invocationNamespace;
  private final FullyQualifiedEntityName fqn;
  private final ExecutableWhiskAction action;
  private final String schedulerHost;
  private final int rpcPort;
  private final TransactionMetadata transId;

  public Initialize(
      String invocationNamespace,
      FullyQualifiedEntityName fqn,
      ExecutableWhiskAction action,
      String schedulerHost,
      int rpcPort,
      TransactionMetadata transId) {
    this.invocationNamespace = invocationNamespace;
    this.fqn = fqn;
    this.action = action;
    this.schedulerHost = schedulerHost;
    this.rpcPort = rpcPort;
    this.transId = transId;
  }

  public String invocationNamespace() {
    return invocationNamespace;
  }

  public FullyQualifiedEntityName fqn() {
    return fqn;
  }

  public ExecutableWhiskAction action() {
    return action;
  }

  public String schedulerHost() {
    return schedulerHost;
  }

  public int rpcPort() {
    return rpcPort;
  }

  public TransactionMetadata transId() {
    return transId;
  }
}
