/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.share;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FairSharesTest {

  @Test
  void aNamespaceWithoutEndGivesWayToItself() {
    FairShares<String> shares = new FairShares<>(4);
    shares.put("victim", "v1");
    shares.put("victim", "v2");

    List<String> gone = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String out = shares.put("hostile", "h" + i);
      if (out != null) {
        gone.add(out);
      }
    }

    assertThat(gone).hasSize(98).allMatch(item -> item.startsWith("h"));
    assertThat(shares.put("hostile", "h99")).isNull();
  }

  @Test
  void whatIsUsedAgainStays() {
    FairShares<String> shares = new FairShares<>(2);
    shares.put("ns", "a");
    shares.put("ns", "b");
    shares.put("ns", "a");

    assertThat(shares.put("ns", "c")).isEqualTo("b");
  }

  @Test
  void amongManyNamespacesOfOneItemTheLeastRecentlyUsedGoes() {
    FairShares<String> shares = new FairShares<>(3);
    shares.put("one", "1");
    shares.put("two", "2");
    shares.put("three", "3");
    shares.put("one", "1");

    assertThat(shares.put("four", "4")).isEqualTo("2");
  }

  @Test
  void allItemsAreVisited() {
    FairShares<String> shares = new FairShares<>(3);
    shares.put("one", "a");
    shares.put("two", "b");
    shares.put("one", "c");
    shares.put("one", "a");
    List<String> visited = new ArrayList<>();
    shares.forEach(visited::add);

    assertThat(visited).containsExactlyInAnyOrder("a", "b", "c").containsSubsequence("c", "a");
  }

  /** Against the definition, by sorting all that there is. */
  @Property(tries = 200)
  void theLargestShareGivesUpItsOldest(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int most) {
    SplittableRandom random = new SplittableRandom(seed);
    FairShares<String> shares = new FairShares<>(most);
    Map<String, List<String>> naive = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      String namespace = "ns" + random.nextInt(4);
      String item = namespace + "-" + random.nextInt(6);
      List<String> own = naive.computeIfAbsent(namespace, n -> new ArrayList<>());
      if (random.nextInt(5) == 0) {
        assertThat(shares.remove(namespace, item)).isEqualTo(own.remove(item));
        continue;
      }
      boolean isNew = !own.remove(item);
      boolean isFull = naive.values().stream().mapToInt(List::size).sum() == most;
      int largest = naive.values().stream().mapToInt(List::size).max().orElse(0);
      boolean ownGives = own.size() == largest;

      String gone = shares.put(namespace, item);

      if (isNew && isFull) {
        assertThat(gone).isNotNull();
        List<String> giver = requireNonNull(naive.get(requireNonNull(gone).substring(0, 3)));
        assertThat(giver).hasSize(largest).startsWith(gone);
        assertThat(!ownGives || giver == own).isTrue();
        giver.remove(0);
      } else {
        assertThat(gone).isNull();
      }
      own.add(item);
      assertThat(shares.size()).isEqualTo(naive.values().stream().mapToInt(List::size).sum());
    }
    assertThat(naive.values().stream().max(Comparator.comparing(List::size))).isPresent();
  }
}
