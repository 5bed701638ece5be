/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.Optional;

/** An engine whose containers keep the limit that they were created with. */
final class NoLiveChange implements ContainerEngine {

  @Override
  public Optional<CpuLimit> machine() {
    return Optional.empty();
  }

  @Override
  public boolean limitsAtCreation() {
    return true;
  }

  @Override
  public Answer setLimit(String container, CpuLimit limit) {
    return new Answer.Refused("this engine sets limits at creation only");
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
