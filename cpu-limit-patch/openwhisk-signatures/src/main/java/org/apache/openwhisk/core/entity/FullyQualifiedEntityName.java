/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.collection.Seq;

public class FullyQualifiedEntityName {
  private final Seq<String> path;
  private final String name;
  private final Option<SemVer> version;
  private final Option<EntityPath> binding;

  public FullyQualifiedEntityName(
      Seq<String> path, String name, Option<SemVer> version, Option<EntityPath> binding) {
    this.path = path;
    this.name = name;
    this.version = version;
    this.binding = binding;
  }

  public Seq<String> path() {
    return path;
  }

  public String name() {
    return name;
  }

  public Option<SemVer> version() {
    return version;
  }

  public Option<EntityPath> binding() {
    return binding;
  }

  public String asString() {
    return path.mkString("/") + "/" + name;
  }

  public String toDocId() {
    throw new SignatureOnly();
  }
}
