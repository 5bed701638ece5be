/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.RemovalCause;
import com.google.common.cache.RemovalListener;

/** Caches of parsed annotations, which report evictions for lack of room. */
public final class ParsedAnnotations {

  private ParsedAnnotations() {}

  /** A cache whose keys are compared by {@code equals}. */
  static <K, V> Cache<K, V> cache(int most, CpuEvents events) {
    return CacheBuilder.newBuilder()
        .maximumSize(most)
        .removalListener(ParsedAnnotations.<K, V>telling(events))
        .build();
  }

  /**
   * A cache whose keys are compared by identity. An entry is removed when its key is otherwise
   * unreachable.
   */
  public static <K, V> Cache<K, V> ofObjects(int most, CpuEvents events) {
    return CacheBuilder.newBuilder()
        .weakKeys()
        .maximumSize(most)
        .removalListener(ParsedAnnotations.<K, V>telling(events))
        .build();
  }

  private static <K, V> RemovalListener<K, V> telling(CpuEvents events) {
    return gone -> {
      if (gone.getCause() == RemovalCause.SIZE) {
        events.annotationRelease();
      }
    };
  }
}
