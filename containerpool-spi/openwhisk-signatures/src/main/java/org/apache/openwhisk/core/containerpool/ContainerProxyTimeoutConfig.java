/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.duration.FiniteDuration;

public final class ContainerProxyTimeoutConfig {
  public FiniteDuration idleContainer() {
    throw new SignatureOnly();
  }

  public FiniteDuration pauseGrace() {
    throw new SignatureOnly();
  }
}
