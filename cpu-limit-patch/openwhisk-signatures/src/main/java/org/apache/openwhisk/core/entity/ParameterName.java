/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public final class ParameterName {
  private final String name;

  public ParameterName(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterName that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
