/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import scala.concurrent.duration.FiniteDuration;

public class ExecManifest$ReactivePrewarmingConfig {
  private final int minCount;
  private final int maxCount;
  private final FiniteDuration ttl;
  private final int threshold;
  private final int increment;

  public ExecManifest$ReactivePrewarmingConfig(
      int minCount, int maxCount, FiniteDuration ttl, int threshold, int increment) {
    this.minCount = minCount;
    this.maxCount = maxCount;
    this.ttl = ttl;
    this.threshold = threshold;
    this.increment = increment;
  }

  public int minCount() {
    return minCount;
  }

  public int maxCount() {
    return maxCount;
  }

  public FiniteDuration ttl() {
    return ttl;
  }

  public int threshold() {
    return threshold;
  }

  public int increment() {
    return increment;
  }
}
