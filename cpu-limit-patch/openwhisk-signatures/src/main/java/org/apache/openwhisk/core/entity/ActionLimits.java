/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.util.Objects;
import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;

/** The single limits are value classes: their values stand in the signatures. */
public class ActionLimits {
  private final FiniteDuration timeout;
  private final int memory;
  private final int logs;
  private final int concurrency;
  private final Option<InstanceConcurrencyLimit> instances;

  public ActionLimits(
      FiniteDuration timeout,
      int memory,
      int logs,
      int concurrency,
      Option<InstanceConcurrencyLimit> instances) {
    this.timeout = timeout;
    this.memory = memory;
    this.logs = logs;
    this.concurrency = concurrency;
    this.instances = instances;
  }

  public FiniteDuration timeout() {
    return timeout;
  }

  public int memory() {
    return memory;
  }

  public int concurrency() {
    return concurrency;
  }

  public void checkLimits(Identity user) throws ActionLimitsException {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionLimits
        && ((ActionLimits) other).timeout.equals(timeout)
        && ((ActionLimits) other).memory == memory
        && ((ActionLimits) other).logs == logs
        && ((ActionLimits) other).concurrency == concurrency
        && ((ActionLimits) other).instances.equals(instances);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timeout, memory, logs, concurrency, instances);
  }
}
