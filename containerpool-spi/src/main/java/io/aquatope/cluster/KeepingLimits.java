/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

/** Number of containers that namespaces keep of each function after their keep-alive. */
@FunctionalInterface
public interface KeepingLimits {

  /**
   * The limit of one namespace: OpenWhisk's {@code warmedContainerKeepingCount} and {@code
   * warmedContainerKeepingTimeout}.
   *
   * @param containers how many are kept of each function
   * @param micros for how long they are kept, from the time at which they became idle
   */
  record KeepingLimit(int containers, long micros) {}

  /** The limit of a namespace. Returns at once: the default one as long as its own is unknown. */
  KeepingLimit of(String namespace);
}
