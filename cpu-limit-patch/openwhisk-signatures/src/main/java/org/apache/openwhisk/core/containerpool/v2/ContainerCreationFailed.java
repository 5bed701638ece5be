/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

public class ContainerCreationFailed {
  private final Throwable throwable;

  public ContainerCreationFailed(Throwable throwable) {
    this.throwable = throwable;
  }

  public Throwable throwable() {
    return throwable;
  }
}
