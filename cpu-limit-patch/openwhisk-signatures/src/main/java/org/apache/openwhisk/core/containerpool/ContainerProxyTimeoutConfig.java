/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.duration.FiniteDuration;

public final class ContainerProxyTimeoutConfig {
  private final FiniteDuration idleContainer;
  private final FiniteDuration pauseGrace;

  public ContainerProxyTimeoutConfig(
      FiniteDuration idleContainer, FiniteDuration pauseGrace, FiniteDuration keepingDuration) {
    this.idleContainer = idleContainer;
    this.pauseGrace = pauseGrace;
  }

  public FiniteDuration idleContainer() {
    return idleContainer;
  }

  public FiniteDuration pauseGrace() {
    return pauseGrace;
  }

  public FiniteDuration keepingDuration() {
    throw new SignatureOnly();
  }
}
