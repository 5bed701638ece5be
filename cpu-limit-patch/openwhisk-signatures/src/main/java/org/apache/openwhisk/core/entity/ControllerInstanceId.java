/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public class ControllerInstanceId implements InstanceId {
  public String asString() {
    throw new SignatureOnly();
  }
}
