/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public class ContainerRemoved {
  private final boolean replacePrewarm;

  public ContainerRemoved(boolean replacePrewarm) {
    this.replacePrewarm = replacePrewarm;
  }

  public boolean replacePrewarm() {
    return replacePrewarm;
  }
}
