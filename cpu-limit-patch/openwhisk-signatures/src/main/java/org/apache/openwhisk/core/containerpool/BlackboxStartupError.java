/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;

public class BlackboxStartupError extends ContainerStartupError {
  public BlackboxStartupError(String msg) {
    super(msg);
  }

  public String msg() {
    throw new SignatureOnly();
  }
}
