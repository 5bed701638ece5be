/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

/** A value class: methods take and give its text, function types the object. */
public class DocRevision {
  private final String rev;

  public DocRevision(String rev) {
    this.rev = rev;
  }

  public String rev() {
    return rev;
  }
}
