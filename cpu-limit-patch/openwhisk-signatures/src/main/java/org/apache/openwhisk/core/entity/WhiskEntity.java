/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.Option;
import scala.collection.Seq;

public abstract class WhiskEntity {
  private String rev = "";

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public final <W> W revision(String revision) {
    rev = revision;
    return (W) this;
  }

  public String rev() {
    return rev;
  }

  public final FullyQualifiedEntityName fullyQualifiedName(boolean withVersion) {
    return new FullyQualifiedEntityName(namespace(), name(), Option.empty(), Option.empty());
  }

  public abstract Seq<String> namespace();

  public abstract String name();
}
