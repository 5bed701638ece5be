/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.share;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Items of several namespaces, limited in number. If there are too many, the namespace that holds
 * most loses the item that it used least recently. So no namespace loses an item as long as it
 * holds less than its even share, whatever the others do. Among namespaces that hold equally many,
 * the least recently used one loses.
 *
 * <p>All operations take constant time: namespaces are grouped by their number of items, which
 * changes by one at a time.
 */
public final class FairShares<T> {

  private final int most;
  private final Runnable release;
  private final Map<String, LinkedHashSet<T>> shares = new HashMap<>();
  private final Map<Integer, LinkedHashSet<String>> bySize = new HashMap<>();
  private int largest;
  private int size;

  /**
   * @param most maximum number of items, at least 1
   */
  public FairShares(int most) {
    this(most, () -> {});
  }

  /**
   * @param most maximum number of items, at least 1
   * @param release runs when an item is dropped for another
   */
  public FairShares(int most, Runnable release) {
    this.most = most;
    this.release = release;
  }

  /** Number of items. */
  public int size() {
    return size;
  }

  /**
   * Adds an item, or marks it as used.
   *
   * @return the item that is dropped for it, or null
   */
  public @Nullable T put(String namespace, T item) {
    if (size(namespace) > 0 && remove(namespace, item)) {
      add(namespace, item);
      return null;
    }
    T gone = null;
    if (size == most) {
      String giver = size(namespace) == largest ? namespace : first(bySize.get(largest));
      gone = first(shares.get(giver));
      remove(giver, gone);
      release.run();
    }
    add(namespace, item);
    return gone;
  }

  /** Visits all items: namespace by namespace, the least recently used one first. */
  public void forEach(Consumer<T> visitor) {
    shares.values().forEach(share -> share.forEach(visitor));
  }

  private int size(String namespace) {
    LinkedHashSet<T> share = shares.get(namespace);
    return share == null ? 0 : share.size();
  }

  private static <E> E first(@Nullable Set<E> nonEmpty) {
    if (nonEmpty == null) {
      throw new IllegalStateException("no share of the greatest size");
    }
    return nonEmpty.iterator().next();
  }

  private void add(String namespace, T item) {
    LinkedHashSet<T> share = shares.computeIfAbsent(namespace, name -> new LinkedHashSet<>());
    share.add(item);
    size++;
    refile(namespace, share.size() - 1, share.size());
  }

  /** Removes an item; returns whether it was present. */
  public boolean remove(String namespace, T item) {
    LinkedHashSet<T> share = shares.get(namespace);
    if (share == null || !share.remove(item)) {
      return false;
    }
    size--;
    refile(namespace, share.size() + 1, share.size());
    if (share.isEmpty()) {
      shares.remove(namespace);
    }
    return true;
  }

  private void refile(String namespace, int before, int now) {
    LinkedHashSet<String> left = bySize.get(before);
    if (left != null && left.remove(namespace) && left.isEmpty()) {
      bySize.remove(before);
    }
    if (now > 0) {
      bySize.computeIfAbsent(now, count -> new LinkedHashSet<>()).add(namespace);
    }
    largest = Math.max(largest, now);
    while (largest > 0 && !bySize.containsKey(largest)) {
      largest--;
    }
  }
}
