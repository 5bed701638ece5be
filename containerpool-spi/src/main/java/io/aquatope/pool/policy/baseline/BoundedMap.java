/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * State that policies keep for each function. When the map is full, it drops the function that was
 * first seen longest ago.
 */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1;

  /** Default number of functions of policy {@code aquatope}. */
  private static final int MOST = 100_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
