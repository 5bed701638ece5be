/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Cache of values by namespace, bounded by the heap that they keep alive, with a fair share for
 * each namespace.
 *
 * <p>When the bound is exceeded, the namespace that holds the most loses values, the least recently
 * used first. So a namespace with very high use evicts only its own values, and a namespace below
 * an equal share keeps all of its values. A value larger than the share is held as long as no other
 * namespace needs the space. A value that was not used for a time is evicted as well.
 *
 * <p>Each operation costs O(log n) in the number of namespaces. Thread-safe.
 *
 * @param <V> the values
 */
public final class NamespaceCache<V> {

  private final long mostBytes;
  private final long keepNanos;
  private final LongSupplier nanoTime;
  private final Usage usage;

  /** By last use, the least recent first. */
  @GuardedBy("this")
  private final Map<Name, Entry<V>> entries = new LinkedHashMap<>();

  @GuardedBy("this")
  private final Map<String, Holding> holdings = new HashMap<>();

  @GuardedBy("this")
  private final NavigableSet<Holding> bySize =
      new TreeSet<>(
          Comparator.<Holding>comparingLong(holding -> holding.bytes)
              .thenComparing(holding -> holding.namespace));

  @GuardedBy("this")
  private long bytes;

  /** Observes the held heap. Called at each change under the cache's lock; returns at once. */
  public interface Usage {

    /** Observes nothing. */
    Usage UNOBSERVED =
        new Usage() {
          @Override
          public void holds(long bytes) {}

          @Override
          public void gaveWay() {}
        };

    /** Reports the heap in bytes that all values together keep alive. */
    void holds(long bytes);

    /** Reports that a value was evicted for others, or was too large to be held. */
    void gaveWay();
  }

  private record Name(String namespace, String name) {}

  private record Entry<V>(V value, long bytes, long usedNanos) {}

  /** The values of one namespace, by last use, the least recent first. */
  private static final class Holding {
    final String namespace;
    final Set<Name> names = new LinkedHashSet<>();
    long bytes;

    Holding(String namespace) {
      this.namespace = namespace;
    }
  }

  /**
   * An empty cache.
   *
   * @param mostBytes the heap that all values together may keep alive
   * @param keep time for which a value is held after its last use
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public NamespaceCache(long mostBytes, Duration keep, LongSupplier nanoTime, Usage usage) {
    this.mostBytes = mostBytes;
    this.keepNanos = keep.toNanos();
    this.nanoTime = nanoTime;
    this.usage = usage;
  }

  /**
   * Holds a value under a name, instead of the previous one, if it can be held at all.
   *
   * @param weight the heap in bytes that it keeps alive
   */
  public synchronized void put(String namespace, String name, V value, long weight) {
    long now = nanoTime.getAsLong();
    expire(now);
    Name key = new Name(namespace, name);
    remove(key);
    if (canBeHeld(namespace, weight)) {
      entries.put(key, new Entry<>(value, weight, now));
      Holding holding = holdings.computeIfAbsent(namespace, Holding::new);
      holding.names.add(key);
      grow(holding, weight);
      while (bytes > mostBytes) {
        remove(bySize.last().names.iterator().next());
        usage.gaveWay();
      }
    } else {
      usage.gaveWay();
    }
    usage.holds(bytes);
  }

  /**
   * Whether a value would survive its own insertion. If not, all other values of its namespace
   * would be evicted before it, for nothing.
   */
  @GuardedBy("this")
  private boolean canBeHeld(String namespace, long weight) {
    if (bytes + weight <= mostBytes) {
      return true;
    }
    Holding own = holdings.get(namespace);
    long others = bytes - (own == null ? 0 : own.bytes);
    return others + weight <= mostBytes || largestOfOthers(own) > weight;
  }

  @GuardedBy("this")
  private long largestOfOthers(@Nullable Holding own) {
    for (Holding holding : bySize.descendingSet()) {
      if (holding != own) {
        return holding.bytes;
      }
    }
    return 0;
  }

  /** The value of a name, if it is held. Counts as a use. */
  public synchronized Optional<V> get(String namespace, String name) {
    long now = nanoTime.getAsLong();
    expire(now);
    Name key = new Name(namespace, name);
    Entry<V> entry = entries.remove(key);
    if (entry == null) {
      return Optional.empty();
    }
    entries.put(key, new Entry<>(entry.value, entry.bytes, now));
    Set<Name> names = holding(namespace).names;
    names.remove(key);
    names.add(key);
    return Optional.of(entry.value);
  }

  /** The value of a name, if it is held. Does not count as a use. */
  synchronized Optional<V> peek(String namespace, String name) {
    return Optional.ofNullable(entries.get(new Name(namespace, name))).map(Entry::value);
  }

  /** The heap that all values together keep alive, in bytes. */
  public synchronized long bytes() {
    expire(nanoTime.getAsLong());
    return bytes;
  }

  @GuardedBy("this")
  private void expire(long now) {
    Iterator<Map.Entry<Name, Entry<V>>> oldest = entries.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Name, Entry<V>> next = oldest.next();
      if (now - next.getValue().usedNanos < keepNanos) {
        return;
      }
      oldest.remove();
      forget(next.getKey(), next.getValue());
      usage.holds(bytes);
    }
  }

  @GuardedBy("this")
  private void remove(Name key) {
    Entry<V> entry = entries.remove(key);
    if (entry != null) {
      forget(key, entry);
    }
  }

  @GuardedBy("this")
  private void forget(Name key, Entry<V> entry) {
    Holding holding = holding(key.namespace);
    holding.names.remove(key);
    grow(holding, -entry.bytes);
    if (holding.names.isEmpty()) {
      bySize.remove(holding);
      holdings.remove(key.namespace);
    }
  }

  @GuardedBy("this")
  private void grow(Holding holding, long change) {
    bySize.remove(holding);
    holding.bytes += change;
    bySize.add(holding);
    bytes += change;
  }

  @GuardedBy("this")
  private Holding holding(String namespace) {
    Holding holding = holdings.get(namespace);
    if (holding == null) {
      throw new IllegalStateException("no value of " + namespace + " is held");
    }
    return holding;
  }
}
