/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.Option;
import scala.collection.immutable.List;

public class ExecManifest$RuntimeManifest {
  private final String kind;

  public ExecManifest$RuntimeManifest(
      String kind,
      ExecManifest$ImageName image,
      Option<Object> deprecated,
      Option<Object> isDefault,
      Option<Attachments$Attached> attached,
      Option<Object> requireMain,
      Option<Object> sentinelledLogs,
      Option<List<ExecManifest$StemCell>> stemCells) {
    this.kind = kind;
  }

  public String kind() {
    return kind;
  }
}
