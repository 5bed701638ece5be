/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

public class Namespace {
  private final String name;
  private final String uuid;

  public Namespace(String name, String uuid) {
    this.name = name;
    this.uuid = uuid;
  }

  public String name() {
    return name;
  }

  public String uuid() {
    return uuid;
  }
}
