/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.duration.FiniteDuration;

public final class ContainerProxyHealthCheckConfig {
  public ContainerProxyHealthCheckConfig(
      boolean enabled, FiniteDuration checkPeriod, int maxFails) {
    throw new SignatureOnly();
  }

  public FiniteDuration checkPeriod() {
    throw new SignatureOnly();
  }

  public int maxFails() {
    throw new SignatureOnly();
  }
}
