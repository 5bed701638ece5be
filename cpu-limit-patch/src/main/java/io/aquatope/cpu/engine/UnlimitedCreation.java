/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.util.Optional;

/**
 * Engine whose containers are created without a limit, because OpenWhisk passes none to it. Each
 * container then gets its limit by a change.
 */
public final class UnlimitedCreation implements ContainerEngine {

  private final ContainerEngine engine;

  public UnlimitedCreation(ContainerEngine engine) {
    this.engine = engine;
  }

  @Override
  public boolean limitsAtCreation() {
    return false;
  }

  @Override
  public Optional<CpuLimit> machine() throws IOException {
    return engine.machine();
  }

  @Override
  public ChangeResult setLimit(String container, CpuLimit limit) throws IOException {
    return engine.setLimit(container, limit);
  }

  @Override
  public void close() {
    engine.close();
  }
}
