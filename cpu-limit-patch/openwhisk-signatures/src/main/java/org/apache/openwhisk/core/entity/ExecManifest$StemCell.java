/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.Option;

public class ExecManifest$StemCell {
  private final int initialCount;
  private final ByteSize memory;
  private final Option<ExecManifest$ReactivePrewarmingConfig> reactive;

  public ExecManifest$StemCell(
      int initialCount, ByteSize memory, Option<ExecManifest$ReactivePrewarmingConfig> reactive) {
    this.initialCount = initialCount;
    this.memory = memory;
    this.reactive = reactive;
  }

  public int initialCount() {
    return initialCount;
  }

  public ByteSize memory() {
    return memory;
  }

  public Option<ExecManifest$ReactivePrewarmingConfig> reactive() {
    return reactive;
  }
}
