/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.collection.Seq;

public final class EntityName$ {
  public static final EntityName$ MODULE$ = new EntityName$();

  public Seq<String> toPath$extension(String name) {
    throw new SignatureOnly();
  }
}
