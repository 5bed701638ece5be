/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.collection.Seq;

public final class EntityPath$ {
  public static final EntityPath$ MODULE$ = new EntityPath$();

  public String asString$extension(Seq<String> path) {
    throw new SignatureOnly();
  }
}
