/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Facts of a cluster under events that are lost, doubled, late and out of order. */
class ClusterFactsPropertyTest {

  private static final List<FunctionId> FUNCTIONS =
      List.of(
          new FunctionId("queue", "ns/act", "1-0"),
          new FunctionId("ns", "ns/pkg/act", "1-0"),
          new FunctionId("ns", "ns/a-b@c", ""));

  private static InvokerResources resources(String value) {
    return value.isEmpty()
        ? InvokerResources.UNKNOWN
        : new InvokerResources(true, Long.parseLong(value), 0, Set.of(), Set.of());
  }

  private static ClusterFacts facts() {
    return new ClusterFacts(
        new ClusterKeyReader(KeyTexts.CLUSTER),
        ClusterFactsPropertyTest::resources,
        ClusterListener.NONE);
  }

  private record Event(String key, String value, boolean isPut) {
    void happenTo(ClusterFacts facts) {
      if (isPut) {
        facts.put(key, value, 1);
      } else {
        facts.delete(key, 1);
      }
    }
  }

  private static String anyKey(SplittableRandom random) {
    FunctionId f = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    String id = "c" + random.nextInt(4);
    return switch (random.nextInt(6)) {
      case 0 -> KeyTexts.running(f, random.nextInt(3), id);
      case 1 -> KeyTexts.ready(f, random.nextInt(3), id);
      case 2 -> KeyTexts.coming(f, "s" + random.nextInt(2), id);
      case 3 -> KeyTexts.leader(f.namespace(), f.action());
      case 4 -> KeyTexts.invoker(random.nextInt(3), random.nextBoolean() ? "a" : "b");
      default -> KeyTexts.scheduler("s" + random.nextInt(2));
    };
  }

  private static Event change(Map<String, String> etcd, SplittableRandom random) {
    String key = anyKey(random);
    if (random.nextBoolean()) {
      String value = random.nextInt(4) == 0 ? "" : "" + random.nextInt(512);
      etcd.put(key, value);
      return new Event(key, value, true);
    }
    etcd.remove(key);
    return new Event(key, "", false);
  }

  private static void list(ClusterFacts facts, Map<String, String> etcd) {
    for (String kind :
        List.of("namespace", "warmed", "in-progress", "queue", "invokers", "scheduler")) {
      String prefix = "whisk/" + kind + "/";
      Map<String, String> listed = new HashMap<>(etcd);
      listed.keySet().removeIf(key -> !key.startsWith(prefix));
      facts.compare(prefix, listed, 1);
    }
  }

  private static void assertSame(ClusterFacts facts, Map<String, String> etcd) {
    ClusterFacts fresh = facts();
    etcd.forEach((key, value) -> fresh.put(key, value, 1));
    assertThat(facts.size()).isEqualTo(etcd.size()).isEqualTo(fresh.size());
    assertThat(facts.functions()).isEqualTo(fresh.functions());
    assertThat(facts.schedulers()).isEqualTo(fresh.schedulers());
    for (FunctionId f : FUNCTIONS) {
      assertThat(facts.running(f)).isEqualTo(fresh.running(f));
      assertThat(facts.readyAt(f)).isEqualTo(fresh.readyAt(f));
      assertThat(facts.ready(f)).isEqualTo(fresh.ready(f));
      assertThat(facts.coming(f)).isEqualTo(fresh.coming(f));
      assertThat(facts.hasQueue(f.namespace(), f.action()))
          .isEqualTo(fresh.hasQueue(f.namespace(), f.action()));
    }
    assertThat(healthy(facts)).isEqualTo(healthy(fresh));
  }

  private static Set<Integer> healthy(ClusterFacts facts) {
    Map<Integer, ClusterInvoker> healthy = new TreeMap<>();
    facts.invokers().forEach(invoker -> healthy.put(invoker.number(), invoker));
    return healthy.keySet();
  }

  @Property(tries = 300)
  void factsFollowEventsThatComeInOrder(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> etcd = new TreeMap<>();
    ClusterFacts facts = facts();
    for (int i = 0; i < 300; i++) {
      Event event = change(etcd, random);
      event.happenTo(facts);
      if (random.nextInt(4) == 0) {
        event.happenTo(facts); // Doubled.
      }
    }
    assertSame(facts, etcd);
  }

  @Property(tries = 300)
  void oneListingRepairsWhatLostAndDisorderedEventsSpoilt(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> etcd = new TreeMap<>();
    ClusterFacts facts = facts();
    List<Event> late = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Event event = change(etcd, random);
      switch (random.nextInt(4)) {
        case 0 -> {} // Lost.
        case 1 -> late.add(event);
        default -> event.happenTo(facts);
      }
      if (!late.isEmpty() && random.nextInt(3) == 0) {
        late.remove(random.nextInt(late.size())).happenTo(facts);
      }
    }
    facts.beginListing();
    list(facts, etcd);
    facts.endListing();
    assertSame(facts, etcd);
  }

  /** The answer of a listing is older than the events that came before it. */
  @Property(tries = 300)
  void listingThatIsOvertakenByEventsUndoesNoneOfThem(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> etcd = new TreeMap<>();
    ClusterFacts facts = facts();
    for (int i = 0; i < 100; i++) {
      Event event = change(etcd, random);
      if (random.nextInt(3) > 0) {
        event.happenTo(facts);
      }
    }
    facts.beginListing();
    Map<String, String> answer = new TreeMap<>();
    int answered = random.nextInt(50);
    for (int i = 0; i < 50; i++) {
      if (i == answered) {
        answer.putAll(etcd);
      }
      change(etcd, random).happenTo(facts);
    }
    list(facts, answer);
    facts.endListing();
    assertSame(facts, etcd);
  }
}
