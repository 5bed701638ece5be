/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.collection.immutable.List;
import scala.collection.immutable.Map;

public class ExecManifest$Runtimes {
  public Map<String, ExecManifest$RuntimeManifest> manifests() {
    throw new SignatureOnly();
  }

  public Map<ExecManifest$RuntimeManifest, List<ExecManifest$StemCell>> stemcells() {
    throw new SignatureOnly();
  }
}
