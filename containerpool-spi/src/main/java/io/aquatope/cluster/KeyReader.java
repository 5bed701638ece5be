/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import org.jspecify.annotations.Nullable;

/** Reads the texts of keys. */
@FunctionalInterface
public interface KeyReader {

  /** Reads a key; null if it is none of those that say something here. */
  @Nullable ClusterKey read(String text);
}
