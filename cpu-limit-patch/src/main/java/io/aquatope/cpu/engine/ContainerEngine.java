/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.util.Optional;

/** Changes the CPU limits of existing containers. Calls block, each for a bounded time. */
public interface ContainerEngine extends AutoCloseable {

  /** All CPUs of the machine that containers run on; empty if they run on several. */
  Optional<CpuLimit> machine() throws IOException;

  /** Whether containers can be created with a limit; otherwise it must be set afterwards. */
  boolean limitsAtCreation();

  /**
   * Gives a container, running or paused, a new limit.
   *
   * @throws IOException if the engine did not answer in time or failed; a later attempt may succeed
   */
  ChangeResult setLimit(String container, CpuLimit limit) throws IOException;

  @Override
  void close();
}
