/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

/** A value class: methods take and give its text, function types the object. */
public class DocId {
  private final String id;

  public DocId(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }
}
