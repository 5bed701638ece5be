/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.collection.Seq;

public class InvokerInstanceId implements InstanceId {
  public int toInt() {
    throw new SignatureOnly();
  }

  public Seq<String> tags() {
    throw new SignatureOnly();
  }

  public Seq<String> dedicatedNamespaces() {
    throw new SignatureOnly();
  }
}
