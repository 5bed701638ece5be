/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterFactsTest {

  private static final FunctionId F = new FunctionId("ns", "ns/f", "1-0");
  private static final int MOST = 100;

  private final List<String> heard = new ArrayList<>();
  private final ClusterFacts facts =
      new ClusterFacts(
          new ClusterKeyReader(KeyTexts.CLUSTER),
          value -> new InvokerResources(value.equals("up"), 1024, 0, Set.of(), Set.of()),
          new ClusterListener() {
            @Override
            public void began(FunctionId function, int invoker, long now) {
              heard.add("began " + function.action() + " at " + invoker);
            }

            @Override
            public void changed(FunctionId function, long now) {
              heard.add("changed " + function.action());
            }

            @Override
            public void queueStarted(String namespace, String action, long now) {
              heard.add("queue " + namespace + ":" + action);
            }

            @Override
            public void schedulerStarted(String scheduler, long now) {
              heard.add("scheduler " + scheduler);
            }
          },
          MOST);

  @Test
  void listenerHearsOfEachChangeOnce() {
    facts.put(KeyTexts.coming(F, "s0", "x"), "", 1);
    facts.put(KeyTexts.running(F, 2, "c"), "", 1);
    facts.put(KeyTexts.running(F, 2, "c"), "", 2);
    facts.delete(KeyTexts.coming(F, "s0", "x"), 3);
    facts.delete(KeyTexts.coming(F, "s0", "x"), 3);
    facts.put(KeyTexts.leader("ns", "ns/f"), "s0:8080", 4);
    facts.put(KeyTexts.scheduler("s0"), "{}", 5);
    facts.put("whisk/throttling/ns", "true", 6);
    assertThat(heard)
        .containsExactly(
            "changed ns/f",
            "began ns/f at 2",
            "changed ns/f",
            "changed ns/f",
            "queue ns:ns/f",
            "scheduler s0");
  }

  @Test
  void invokerIsHealthySinceItLastBecameSo() {
    facts.put(KeyTexts.invoker(1), "up", 10);
    facts.put(KeyTexts.invoker(1), "up", 20);
    assertThat(facts.invokers())
        .extracting(ClusterInvoker::healthySinceMicros)
        .containsExactly(10L);
    facts.put(KeyTexts.invoker(1), "unhealthy", 30);
    assertThat(facts.invokers()).isEmpty();
    facts.put(KeyTexts.invoker(1), "up", 40);
    assertThat(facts.invokers())
        .extracting(ClusterInvoker::healthySinceMicros)
        .containsExactly(40L);
  }

  @Test
  void invokerThatStartsAgainUnderAnotherNameIsOneInvoker() {
    facts.put(KeyTexts.invoker(1, "pod-a"), "up", 10);
    facts.put(KeyTexts.invoker(1, "pod-b"), "up", 20);
    facts.delete(KeyTexts.invoker(1, "pod-a"), 30);
    assertThat(facts.invokers())
        .extracting(ClusterInvoker::healthySinceMicros)
        .containsExactly(10L);
    facts.delete(KeyTexts.invoker(1, "pod-b"), 40);
    assertThat(facts.invokers()).isEmpty();
  }

  @Test
  void namespaceWithVeryManyKeysTakesNoneFromTheOthers() {
    facts.put(KeyTexts.ready(F, 0, "c"), "", 1);
    for (int i = 0; i < 10 * MOST; i++) {
      FunctionId f = new FunctionId("hostile", "hostile/f" + i, "1-0");
      facts.put(KeyTexts.ready(f, 0, "c"), "", 1);
      facts.put(KeyTexts.leader("hostile", f.action()), "", 1);
    }
    assertThat(facts.size()).isEqualTo(MOST);
    assertThat(facts.readyAt(F).size()).isEqualTo(1);
    assertThat(facts.functions()).hasSizeLessThanOrEqualTo(MOST);
    assertThat(facts.dropped()).isEqualTo(20 * MOST + 1 - MOST);
  }

  @Test
  void listingOfVeryManyKeysIsBoundedToo() {
    Map<String, String> listed = new HashMap<>();
    for (int i = 0; i < 10 * MOST; i++) {
      listed.put(KeyTexts.ready(new FunctionId("hostile", "hostile/f" + i, ""), 0, "c"), "");
    }
    facts.put(KeyTexts.ready(F, 0, "c"), "", 1);
    facts.beginListing();
    listed.put(KeyTexts.ready(F, 0, "c"), "");
    facts.compare("whisk/warmed/", listed, 2);
    facts.endListing();
    assertThat(facts.size()).isEqualTo(MOST);
    assertThat(facts.readyAt(F).size()).isEqualTo(1);
  }

  @Test
  void answerToNoListingIsIgnored() {
    facts.put(KeyTexts.ready(F, 0, "c"), "", 1);
    facts.compare("whisk/warmed/", Map.of(), 2);
    assertThat(facts.size()).isEqualTo(1);
  }
}
