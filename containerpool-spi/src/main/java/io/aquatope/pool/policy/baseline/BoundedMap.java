/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered of functions; the one that was first seen longest ago is forgotten first. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1;

  /** As many functions as policy {@code aquatope} knows by default. */
  private static final int MOST = 100_000;

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > MOST;
  }
}
