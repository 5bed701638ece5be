/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import java.util.Set;

/**
 * State and memory that an invoker tells of itself in etcd.
 *
 * @param isHealthy whether the scheduler may choose it
 * @param freeMb the memory of containers that could be created or are paused
 * @param busyMb the memory of containers that run or are being created
 * @param tags what actions may ask for
 * @param dedicatedNamespaces the namespaces that it serves; empty for all
 */
public record InvokerResources(
    boolean isHealthy,
    long freeMb,
    long busyMb,
    Set<String> tags,
    Set<String> dedicatedNamespaces) {

  /** One of which nothing can be told. */
  public static final InvokerResources UNKNOWN =
      new InvokerResources(false, 0, 0, Set.of(), Set.of());

  public InvokerResources {
    tags = Set.copyOf(tags);
    dedicatedNamespaces = Set.copyOf(dedicatedNamespaces);
  }

  /** Memory that its containers may use, in MB. */
  public long memoryMb() {
    return freeMb + busyMb;
  }
}
