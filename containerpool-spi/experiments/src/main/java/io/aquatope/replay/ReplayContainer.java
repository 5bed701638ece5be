/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.StartKind;

/** A container under a lease, which fetches its function's activations. */
final class ReplayContainer {

  final int invoker;
  final ContainerId id;
  final ReplayLease lease;
  final StartKind start;
  final long beganMicros;

  /** Activations that run in it. */
  int running;

  /** Activations that it has fetched under this lease. */
  int fetched;

  /** Since when it has had nothing to run. */
  long idleSinceMicros;

  ReplayContainer(
      int invoker, ContainerId id, ReplayLease lease, StartKind start, long beganMicros) {
    this.invoker = invoker;
    this.id = id;
    this.lease = lease;
    this.start = start;
    this.beganMicros = beganMicros;
  }

  int memoryMb() {
    return lease.function().memoryMb();
  }

  /** The kind of start that its next activation has. */
  StartKind nextStart() {
    return fetched == 0 ? start : StartKind.WARM;
  }
}
