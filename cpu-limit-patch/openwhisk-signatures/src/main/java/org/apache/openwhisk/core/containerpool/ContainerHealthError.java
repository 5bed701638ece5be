/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.common.TransactionMetadata;

public class ContainerHealthError extends Exception {
  private final TransactionMetadata tid;
  private final String msg;

  public ContainerHealthError(TransactionMetadata tid, String msg) {
    super(msg);
    this.tid = tid;
    this.msg = msg;
  }

  public TransactionMetadata tid() {
    return tid;
  }

  public String msg() {
    return msg;
  }
}
