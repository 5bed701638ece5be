/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NamespaceCacheTest {

  private static final long MOST = 1_000;
  private static final Duration KEEP = Duration.ofHours(1);

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
  private final Counted counted = new Counted();
  private final NamespaceCache<String> cache =
      new NamespaceCache<>(MOST, KEEP, nanoTime::get, counted);

  private static final class Counted implements NamespaceCache.Usage {
    long bytes;
    int gaveWay;

    @Override
    public void holds(long held) {
      bytes = held;
    }

    @Override
    public void gaveWay() {
      gaveWay++;
    }
  }

  @Example
  void aNamespaceThatUsesVeryMuchPushesOutOnlyItsOwn() {
    cache.put("victim", "a", "a", 300);
    cache.put("victim", "b", "b", 200);

    for (int i = 0; i < 1_500; i++) {
      cache.put("hostile", "x" + i, "x", 90);
    }

    assertThat(cache.get("victim", "a")).contains("a");
    assertThat(cache.get("victim", "b")).contains("b");
    assertThat(cache.get("hostile", "x1499")).as("used last").contains("x");
    assertThat(cache.bytes()).isLessThanOrEqualTo(MOST);
    assertThat(counted.bytes).isEqualTo(cache.bytes());
    assertThat(counted.gaveWay).isEqualTo(1_500 - 500 / 90);
  }

  @Example
  void theOneThatWasNotUsedForLongestGoesFirst() {
    cache.put("guest", "a", "a", 400);
    cache.put("guest", "b", "b", 400);
    cache.get("guest", "a");

    cache.put("guest", "c", "c", 400);

    assertThat(cache.get("guest", "a")).isPresent();
    assertThat(cache.get("guest", "b")).isEmpty();
  }

  /** A bound for each segment once refused everything above a quarter of the whole. */
  @Example
  void aValueLargerThanItsShareIsHeldWhileThereIsRoom() {
    cache.put("small", "a", "a", 100);
    cache.put("large", "b", "b", 900);
    assertThat(cache.get("large", "b")).isPresent();

    cache.put("small", "c", "c", 100);

    assertThat(cache.get("large", "b")).as("others need the room").isEmpty();
    assertThat(cache.get("small", "a")).isPresent();
    assertThat(cache.get("small", "c")).isPresent();
  }

  /** Else the others of its namespace would go for a value that goes after them. */
  @Example
  void aValueThatCannotStayPushesNothingOut() {
    cache.put("other", "a", "a", 400);
    cache.put("guest", "b", "b", 100);

    cache.put("guest", "c", "c", 700);
    cache.put("guest", "d", "d", MOST + 1);

    assertThat(cache.get("guest", "b")).isPresent();
    assertThat(cache.get("guest", "c")).isEmpty();
    assertThat(cache.get("guest", "d")).isEmpty();
    assertThat(counted.gaveWay).isEqualTo(2);
  }

  @Example
  void aValueTakesThePlaceOfTheOneOfItsName() {
    cache.put("guest", "a", "old", 600);
    cache.put("guest", "a", "new", 700);

    assertThat(cache.get("guest", "a")).contains("new");
    assertThat(cache.bytes()).isEqualTo(700);
    assertThat(counted.gaveWay).isZero();
  }

  /** The clock starts just before its overflow. */
  @Example
  void whatNobodyUsesGoesByItself() {
    cache.put("guest", "a", "a", 100);
    cache.put("other", "b", "b", 100);
    nanoTime.addAndGet(KEEP.toNanos() - 1);
    cache.get("other", "b");
    assertThat(cache.bytes()).isEqualTo(200);

    nanoTime.addAndGet(1);

    assertThat(cache.bytes()).isEqualTo(100);
    assertThat(counted.bytes).isEqualTo(100);
    assertThat(cache.get("guest", "a")).isEmpty();
    assertThat(cache.get("other", "b")).isPresent();
  }

  @Property(tries = 200)
  void holdsNoMoreThanItsBoundAndNobodyBelowTheirShareLosesAnything(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Counted usage = new Counted();
    NamespaceCache<String> held = new NamespaceCache<>(MOST, KEEP, nanoTime::get, usage);
    Map<String, Map<String, Long>> modest = new HashMap<>();
    int namespaces = random.nextInt(2, 8);
    long share = MOST / namespaces;
    for (int i = 0; i < 500; i++) {
      int number = random.nextInt(namespaces);
      String namespace = "n" + number;
      boolean isModest = number > 0;
      long weight = random.nextLong(1, isModest ? share / 4 : 2 * MOST);
      String name = "a" + random.nextInt(isModest ? 4 : 1_000);
      held.put(namespace, name, "v" + i, weight);
      if (isModest) {
        modest.computeIfAbsent(namespace, n -> new LinkedHashMap<>()).put(name, (long) i);
      }
      assertThat(held.bytes()).isLessThanOrEqualTo(MOST);
      assertThat(usage.bytes).isEqualTo(held.bytes());
    }
    modest.forEach(
        (namespace, values) ->
            values.forEach((name, i) -> assertThat(held.get(namespace, name)).contains("v" + i)));
  }
}
