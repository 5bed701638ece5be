/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places in a plan for functions that forecasts make likely, among hostile namespaces. */
class LikelyFunctionsTest {

  private static final int MOST = 100;

  private final LikelyFunctions likely = new LikelyFunctions(MOST);

  private static FunctionId function(String namespace, int number) {
    return new FunctionId(namespace, "f" + number, "1");
  }

  /** One tenant took all places of the others. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneNamespaceCannotTakeThePlacesOfOthers(boolean isFirst) {
    if (isFirst) {
      addEvil(1000);
    }
    for (int i = 0; i < 10; i++) {
      likely.add(function("victim" + i % 5, i), 1);
    }
    if (!isFirst) {
      addEvil(1000);
    }

    assertThat(likely.all())
        .hasSize(MOST)
        .filteredOn(id -> !id.namespace().equals("evil"))
        .hasSize(10);
  }

  private void addEvil(int functions) {
    for (int i = 0; i < functions; i++) {
      likely.add(function("evil", i), 1000 + i);
    }
  }

  @Test
  void aNamespaceThatHasMostLosesItsFunctionsOfLeastWorth() {
    addEvil(1000);

    assertThat(likely.all()).doesNotContain(function("evil", 899)).hasSize(MOST);
    assertThat(likely.all()).contains(function("evil", 900), function("evil", 999));
  }

  @Test
  void amongManyNamespacesTheFunctionOfLeastWorthHasNoPlace() {
    for (int i = 0; i < 3 * MOST; i++) {
      likely.add(function("ns" + i, 0), i * 7 % (3 * MOST));
    }

    assertThat(likely.all())
        .hasSize(MOST)
        .allMatch(id -> Integer.parseInt(id.namespace().substring(2)) * 7 % (3 * MOST) >= 2 * MOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aNamespaceWithinItsEvenShareLosesNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int namespaces = random.nextInt(2, 40);
    Map<String, Integer> added = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      String namespace = "ns" + Math.min(random.nextInt(namespaces), random.nextInt(namespaces));
      if (added.getOrDefault(namespace, 0) < MOST / namespaces || namespace.equals("ns0")) {
        added.merge(namespace, 1, Integer::sum);
        likely.add(function(namespace, i), random.nextDouble());
      }
    }

    assertThat(likely.all().size()).as("seed %s", seed).isLessThanOrEqualTo(MOST);
    added.forEach(
        (namespace, count) ->
            assertThat(likely.all())
                .as("%s, seed %s", namespace, seed)
                .filteredOn(id -> id.namespace().equals(namespace))
                .hasSizeGreaterThanOrEqualTo(Math.min(count, MOST / namespaces)));
  }
}
