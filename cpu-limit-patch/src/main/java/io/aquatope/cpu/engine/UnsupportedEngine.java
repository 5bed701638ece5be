/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.util.Optional;

/** An engine whose containers keep the limit that they were created with. */
public final class UnsupportedEngine implements ContainerEngine {

  @Override
  public Optional<CpuLimit> machine() {
    return Optional.empty();
  }

  @Override
  public boolean limitsAtCreation() {
    return true;
  }

  @Override
  public ChangeResult setLimit(String container, CpuLimit limit) {
    return new ChangeResult.Refused("this engine sets limits at creation only");
  }

  @Override
  public void close() {
    // No resources to close.
  }
}
