/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public class SchedulerInstanceId implements InstanceId {
  private final String asString;

  public SchedulerInstanceId(String asString) {
    this.asString = asString;
  }

  public String asString() {
    return asString;
  }
}
