/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public abstract class ActionLimitsException extends IllegalArgumentException {
  public ActionLimitsException(String message) {
    super(message);
  }
}
