/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExec;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

public class Start {
  private final CodeExec<?> exec;
  private final ByteSize memoryLimit;
  private final Option<FiniteDuration> ttl;

  public Start(CodeExec<?> exec, ByteSize memoryLimit, Option<FiniteDuration> ttl) {
    this.exec = exec;
    this.memoryLimit = memoryLimit;
    this.ttl = ttl;
  }

  public CodeExec<?> exec() {
    return exec;
  }

  public ByteSize memoryLimit() {
    return memoryLimit;
  }

  public Option<FiniteDuration> ttl() {
    return ttl;
  }
}
