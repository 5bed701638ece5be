/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * Data that a pool needs to admit activations by CPU: the cores of the invoker, their overcommit,
 * and the limit of a container of an action.
 */
public final class CpuAdmission {

  private final double cores;
  private final double overcommit;
  private final CpuLimits limits;
  private final WhiskWorkloads workloads;

  CpuAdmission(double cores, double overcommit, CpuLimits limits, WhiskWorkloads workloads) {
    this.cores = cores;
    this.overcommit = overcommit;
    this.limits = limits;
    this.workloads = workloads;
  }

  /** The cores that containers run on. */
  public double cores() {
    return cores;
  }

  /** The factor by which the allocated cores may exceed the existing ones. */
  public double overcommit() {
    return overcommit;
  }

  /** The limit in force for an action, in thousandths of a core; 0 without a limit. */
  public int milliCoresOf(ExecutableWhiskAction action) {
    return limits
        .of(workloads.of(action, action.limits().memory()))
        .limit()
        .map(CpuLimit::milliCores)
        .orElse(0);
  }
}
