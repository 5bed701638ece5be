/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.io.IOException;
import java.util.Optional;

/** What changes the CPU limit of containers that exist. Calls block, each for a bounded time. */
interface ContainerEngine extends AutoCloseable {

  /** All CPUs of the machine that containers run on; empty if they run on several. */
  Optional<CpuLimit> machine() throws IOException;

  /** Whether containers can be created with a limit; otherwise it has to be set afterwards. */
  boolean limitsAtCreation();

  /**
   * Gives a container, running or paused, a new limit.
   *
   * @throws IOException if the engine did not answer in time or failed, so that a later attempt may
   *     succeed
   */
  Answer setLimit(String container, CpuLimit limit) throws IOException;

  @Override
  void close();

  /** What came of a change. */
  sealed interface Answer {

    /** The limit holds. */
    record Done() implements Answer {}

    /** There is no such container any more. */
    record Gone() implements Answer {}

    /** The engine will not do it, now or later. */
    record Refused(String reason) implements Answer {}
  }
}
