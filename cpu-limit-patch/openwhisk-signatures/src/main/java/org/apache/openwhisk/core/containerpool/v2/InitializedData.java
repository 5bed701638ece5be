/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.actor.ActorRef;

public class InitializedData extends ContainerAvailableData {
  private final Container container;
  private final String invocationNamespace;
  private final ExecutableWhiskAction action;
  private final ActorRef clientProxy;

  public InitializedData(
      Container container,
      String invocationNamespace,
      ExecutableWhiskAction action,
      ActorRef clientProxy) {
    this.container = container;
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.clientProxy = clientProxy;
  }

  public Container container() {
    return container;
  }

  public String invocationNamespace() {
    return invocationNamespace;
  }

  public ExecutableWhiskAction action() {
    return action;
  }

  public ActorRef clientProxy() {
    return clientProxy;
  }
}
