/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public abstract class ContainerStartupError extends ContainerError {
  public ContainerStartupError(String msg) {
    super(msg);
  }
}
