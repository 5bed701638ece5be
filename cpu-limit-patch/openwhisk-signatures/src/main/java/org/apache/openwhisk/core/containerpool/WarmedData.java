/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import scala.Option;

public class WarmedData extends ContainerStarted {
  private final String invocationNamespace;
  private final ExecutableWhiskAction action;
  private final Option<Run> resumeRun;

  public WarmedData(
      Container container,
      String invocationNamespace,
      ExecutableWhiskAction action,
      Instant lastUsed,
      int activeActivationCount,
      Option<Run> resumeRun) {
    super(
        container,
        lastUsed,
        new ByteSize(action.limits().memory(), SizeUnits$MB$.MODULE$),
        activeActivationCount);
    this.invocationNamespace = invocationNamespace;
    this.action = action;
    this.resumeRun = resumeRun;
  }

  @Override
  public Container container() {
    return super.container();
  }

  public String invocationNamespace() {
    return invocationNamespace;
  }

  public ExecutableWhiskAction action() {
    return action;
  }

  public Option<Run> resumeRun() {
    return resumeRun;
  }
}
