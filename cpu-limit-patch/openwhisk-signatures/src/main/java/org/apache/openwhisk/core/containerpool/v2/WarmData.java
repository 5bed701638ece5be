/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import java.time.Instant;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.actor.ActorRef;

public class WarmData extends ContainerAvailableData {
  private final Container container;
  private final String invocationNamespace;
  private final ExecutableWhiskAction action;
  private final String revision;
  private final Instant lastUsed;
  private final ActorRef clientProxy;

  public WarmData(
      Container container,
      String invocationNamespace,
      ExecutableWhiskAction action,
      String revision,
      Instant lastUsed,
      ActorRef clientProxy) {
    this.container = container;
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.revision = revision;
    this.lastUsed = lastUsed;
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

  public String revision() {
    return revision;
  }

  public Instant lastUsed() {
    return lastUsed;
  }

  public ActorRef clientProxy() {
    return clientProxy;
  }
}
