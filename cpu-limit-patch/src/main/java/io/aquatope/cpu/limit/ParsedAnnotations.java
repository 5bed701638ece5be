/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.RemovalCause;
import com.google.common.cache.RemovalListener;

/** Caches of parsed annotations, which tell what they let go because there is too much. */
public final class ParsedAnnotations {

  private ParsedAnnotations() {}

  /** A cache whose keys are equal by what they say. */
  static <K, V> Cache<K, V> cache(int most, CpuEvents events) {
    return CacheBuilder.newBuilder()
        .maximumSize(most)
        .removalListener(ParsedAnnotations.<K, V>telling(events))
        .build();
  }

  /** A cache whose keys are themselves only, and go when nobody else holds them. */
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
