/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

public class ContainerPoolConfig {
  public ContainerPoolConfig(
      ByteSize userMemory,
      double concurrentPeekFactor,
      boolean pekkoClient,
      FiniteDuration prewarmExpirationCheckInitDelay,
      FiniteDuration prewarmExpirationCheckInterval,
      Option<FiniteDuration> prewarmExpirationCheckIntervalVariance,
      int prewarmExpirationLimit,
      int prewarmMaxRetryLimit,
      boolean prewarmPromotion,
      FiniteDuration memorySyncInterval,
      int batchDeletionSize,
      Option<Object> userCpus,
      Option<PrewarmContainerCreationConfig> prewarmContainerCreationConfig) {
    throw new SignatureOnly();
  }

  public ByteSize userMemory() {
    throw new SignatureOnly();
  }

  public double concurrentPeekFactor() {
    throw new SignatureOnly();
  }

  public FiniteDuration prewarmExpirationCheckInterval() {
    throw new SignatureOnly();
  }

  public Option<FiniteDuration> prewarmExpirationCheckIntervalVariance() {
    throw new SignatureOnly();
  }

  public int prewarmExpirationLimit() {
    throw new SignatureOnly();
  }

  public FiniteDuration memorySyncInterval() {
    throw new SignatureOnly();
  }

  public int batchDeletionSize() {
    throw new SignatureOnly();
  }

  public boolean prewarmPromotion() {
    throw new SignatureOnly();
  }

  public int prewarmMaxRetryLimit() {
    throw new SignatureOnly();
  }

  public FiniteDuration prewarmExpirationCheckInitDelay() {
    throw new SignatureOnly();
  }

  public Option<Object> cpuLimit(ByteSize memory) {
    throw new SignatureOnly();
  }
}
