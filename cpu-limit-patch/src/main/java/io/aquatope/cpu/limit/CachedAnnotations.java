/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Cache of the annotations read from actions, by action and version. It keeps entries for a while.
 * It keeps no failures, and no annotation of a version other than the wanted one.
 */
public final class CachedAnnotations implements ActionAnnotations {

  /**
   * The current version of an action.
   *
   * @param annotation its value, unchecked
   */
  public record Stored(String version, Optional<String> annotation) {}

  private record Key(String action, String version) {}

  /**
   * Characters of names, versions and texts together, 8 MB. A text has {@value
   * AnnotationText#LONGEST} characters or little more, so some 50,000 actions fit; the least
   * recently used ones are evicted first.
   */
  private static final int MOST_CHARACTERS = 4 << 20;

  /**
   * Versions recur: in an action that was deleted and recreated, or updated to a chosen version.
   */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Function<String, CompletableFuture<Stored>> store;
  private final Cache<Key, Optional<String>> cache;

  /**
   * @param store reads an action by its fully qualified name
   */
  public CachedAnnotations(Function<String, CompletableFuture<Stored>> store, Ticker ticker) {
    this.store = store;
    this.cache =
        CacheBuilder.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<Key, Optional<String>>weigher(CachedAnnotations::characters)
            .expireAfterWrite(LONGEST)
            .ticker(ticker)
            .build();
  }

  private static int characters(Key key, Optional<String> annotation) {
    return key.action().length()
        + key.version().length()
        + annotation.map(String::length).orElse(0);
  }

  @Override
  public CompletableFuture<Optional<String>> of(String action, String version) {
    Key key = new Key(action, version);
    Optional<String> known = cache.getIfPresent(key);
    return known != null
        ? CompletableFuture.completedFuture(known)
        : store.apply(action).thenApply(stored -> remembered(key, stored));
  }

  private Optional<String> remembered(Key key, Stored stored) {
    if (stored.version().equals(key.version())) {
      cache.put(key, stored.annotation());
    }
    return stored.annotation();
  }
}
