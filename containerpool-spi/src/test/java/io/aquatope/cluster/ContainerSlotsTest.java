/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContainerSlotsTest {

  private static final long LATER = ContainerSlots.HEALTHY_MICROS;

  private static FunctionSpec function(String name) {
    return new FunctionSpec(new FunctionId("ns", "ns/" + name, "1-0"), "nodejs:20", 256, 1);
  }

  private static ClusterFacts facts() {
    return new ClusterFacts(
        new ClusterKeyReader(KeyTexts.CLUSTER),
        ContainerSlotsTest::resources,
        ClusterListener.NONE);
  }

  /** {@code free memory, tag or nothing, dedicated namespace or nothing}. */
  private static InvokerResources resources(String value) {
    String[] parts = value.split(",", -1);
    return new InvokerResources(
        true,
        Long.parseLong(parts[0]),
        0,
        parts[1].isEmpty() ? Set.of() : Set.of(parts[1]),
        parts[2].isEmpty() ? Set.of() : Set.of(parts[2]));
  }

  private static ContainerSlots slots(ClusterFacts facts, int self) {
    return new ContainerSlots(facts, RequiredTags.NONE, self);
  }

  @Property(tries = 500)
  void invokersThatKnowTheSamePrepareTogetherWhatIsMissing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int invokers,
      @ForAll @IntRange(max = 30) int missing) {
    SplittableRandom random = new SplittableRandom(seed);
    FunctionSpec f = function("f" + random.nextInt(100));
    ClusterFacts facts = facts();
    int[] ready = new int[invokers];
    for (int i = 0; i < invokers; i++) {
      facts.put(KeyTexts.invoker(i), "1024,,", 0);
      ready[i] = random.nextInt(3);
      for (int c = 0; c < ready[i]; c++) {
        facts.put(KeyTexts.ready(f.id(), i, "c" + i + "-" + c), "", 0);
      }
    }
    int prepared = 0;
    int most = 0;
    int total = 0;
    for (int i = 0; i < invokers; i++) {
      int own = slots(facts, i).toPrepare(f, missing, ready[i], LATER);
      prepared += own;
      total += ready[i] + own;
      most = Math.max(most, own == 0 ? 0 : ready[i] + own);
    }
    assertThat(prepared).isEqualTo(missing);
    assertThat(most)
        .as("none gets more while another has less")
        .isLessThanOrEqualTo((total + invokers - 1) / invokers);
  }

  @Property(tries = 500)
  void invokersThatKnowTheSameReleaseTogetherTheSurplus(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int invokers,
      @ForAll @IntRange(max = 20) int surplus) {
    SplittableRandom random = new SplittableRandom(seed);
    FunctionId f = function("f").id();
    ClusterFacts facts = facts();
    int ready = random.nextInt(20);
    for (int c = 0; c < ready; c++) {
      facts.put(KeyTexts.ready(f, random.nextInt(invokers), "c" + c), "", 0);
    }
    int released = 0;
    for (int i = 0; i < invokers; i++) {
      released += slots(facts, i).toRelease(f, surplus);
    }
    assertThat(released).isEqualTo(Math.min(surplus, ready));
  }

  @Property(tries = 500)
  void invokersTogetherKeepTheFloorWhateverTheyLetGo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int invokers,
      @ForAll @IntRange(max = 10) int least) {
    SplittableRandom random = new SplittableRandom(seed);
    FunctionId f = function("f").id();
    ClusterFacts facts = facts();
    int[] live = new int[invokers];
    int all = 0;
    for (int i = 0; i < invokers; i++) {
      live[i] = random.nextInt(4);
      all += live[i];
      for (int c = 0; c < live[i]; c++) {
        String id = "c" + i + "-" + c;
        facts.put(
            random.nextBoolean() ? KeyTexts.ready(f, i, id) : KeyTexts.running(f, i, id), "", 0);
      }
    }
    int left = 0;
    for (int i = 0; i < invokers; i++) {
      left += Math.min(live[i], slots(facts, i).toKeep(f, least));
    }
    assertThat(left).isEqualTo(Math.min(all, least));
  }

  @Property(tries = 200)
  void orderOfTheOthersStaysWhenAnInvokerGoes(
      @ForAll @IntRange(max = 1000) int name, @ForAll @IntRange(max = 9) int gone) {
    FunctionId f = function("f" + name).id();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(i);
    }
    List<Integer> before = new ArrayList<>(RendezvousOrder.of(f, all));
    all.remove(Integer.valueOf(gone));
    before.remove(Integer.valueOf(gone));
    assertThat(RendezvousOrder.of(f, all)).isEqualTo(before);
  }

  @Test
  void functionsAreSpreadOverTheInvokers() {
    int[] first = new int[10];
    List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (int i = 0; i < 10_000; i++) {
      first[RendezvousOrder.of(function("f" + i).id(), all).get(0)]++;
    }
    for (int share : first) {
      assertThat(share).isBetween(850, 1150);
    }
  }

  /** Invokers of two versions must agree for good. */
  @Test
  void orderIsFixed() {
    assertThat(RendezvousOrder.of(function("f").id(), List.of(0, 1, 2, 3, 4)))
        .containsExactly(1, 0, 4, 2, 3);
  }

  @Test
  void invokerOwnsSlotsOnlyWhereTheSchedulerWouldGo() {
    FunctionSpec f = function("f");
    ClusterFacts facts = facts();
    facts.put(KeyTexts.invoker(0), "1024,,", 0);
    facts.put(KeyTexts.invoker(1), "255,,", 0);
    facts.put(KeyTexts.invoker(2), "1024,gpu,", 0);
    facts.put(KeyTexts.invoker(3), "1024,,other", 0);
    facts.put(KeyTexts.invoker(4), "1024,,ns", 0);
    facts.put(KeyTexts.invoker(5), "1024,,", 1);
    assertThat(owners(facts, RequiredTags.NONE, f)).containsExactly(0, 4);
    assertThat(owners(facts, id -> Set.of("gpu"), f)).containsExactly(2);
    assertThat(owners(facts, id -> Set.of("fpga"), f)).isEmpty();
  }

  private static List<Integer> owners(ClusterFacts facts, RequiredTags tags, FunctionSpec f) {
    List<Integer> owners = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      if (new ContainerSlots(facts, tags, i).toPrepare(f, 12, 0, LATER) > 0) {
        owners.add(i);
      }
    }
    return owners;
  }
}
