/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExec;
import org.apache.openwhisk.core.entity.ExecManifest$ReactivePrewarmingConfig;
import scala.Option;

public class PrewarmingConfig {
  public PrewarmingConfig(
      int initialCount,
      CodeExec<?> exec,
      ByteSize memoryLimit,
      Option<ExecManifest$ReactivePrewarmingConfig> reactive) {
    throw new SignatureOnly();
  }
}
