/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public abstract class ContainerError extends Exception {
  public ContainerError(String msg) {
    super(msg);
  }
}
