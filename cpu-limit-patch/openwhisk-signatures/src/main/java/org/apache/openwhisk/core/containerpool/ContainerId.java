/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public class ContainerId {
  private final String asString;

  public ContainerId(String asString) {
    this.asString = asString;
  }

  public String asString() {
    return asString;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContainerId && ((ContainerId) other).asString.equals(asString);
  }

  @Override
  public int hashCode() {
    return asString.hashCode();
  }
}
