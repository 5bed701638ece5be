/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.duration.Deadline;

public class Run {
  private final ExecutableWhiskAction action;
  private final ActivationMessage msg;
  private final Option<Deadline> retryLogDeadline;

  public Run(
      ExecutableWhiskAction action, ActivationMessage msg, Option<Deadline> retryLogDeadline) {
    this.action = action;
    this.msg = msg;
    this.retryLogDeadline = retryLogDeadline;
  }

  public ExecutableWhiskAction action() {
    return action;
  }

  public ActivationMessage msg() {
    return msg;
  }

  public Option<Deadline> retryLogDeadline() {
    return retryLogDeadline;
  }
}
