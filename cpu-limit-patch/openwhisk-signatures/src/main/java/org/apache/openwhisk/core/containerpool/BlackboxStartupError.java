/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public class BlackboxStartupError extends ContainerStartupError {
  private final String msg;

  public BlackboxStartupError(String msg) {
    super(msg);
    this.msg = msg;
  }

  public String msg() {
    return msg;
  }
}
