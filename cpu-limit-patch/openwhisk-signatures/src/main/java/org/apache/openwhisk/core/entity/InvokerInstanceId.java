/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public class InvokerInstanceId implements InstanceId {
  public int toInt() {
    throw new SignatureOnly();
  }
}
