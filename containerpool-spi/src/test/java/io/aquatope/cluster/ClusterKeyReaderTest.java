/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.ContainerUse;
import io.aquatope.cluster.ClusterKey.CreationKey;
import io.aquatope.cluster.ClusterKey.InvokerKey;
import io.aquatope.cluster.ClusterKey.QueueKey;
import io.aquatope.cluster.ClusterKey.SchedulerKey;
import io.aquatope.pool.FunctionId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterKeyReaderTest {

  private final ClusterKeyReader reader = new ClusterKeyReader(KeyTexts.CLUSTER);

  /** Names that a tenant may choose, those of OpenWhisk's own keys included. */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "queue",
            "namespace",
            "warmed",
            "in-progress",
            "invoker",
            "invoker0",
            "container",
            "scheduler",
            "creationId",
            "leader",
            "follower",
            "invokers",
            "7",
            "a-b",
            "u@x.org",
            "_",
            "a b",
            "R&D",
            "whisk"),
        Arbitraries.strings().withChars("ab0-@._& ").ofMinLength(1).ofMaxLength(8));
  }

  @Provide
  Arbitrary<FunctionId> functions() {
    Arbitrary<String> action =
        Combinators.combine(names(), names(), names().optional())
            .as((ns, name, pkg) -> ns + pkg.map(p -> "/" + p).orElse("") + "/" + name);
    Arbitrary<String> revision = Arbitraries.oneOf(Arbitraries.of("", "1-0f", "12-abc"), names());
    return Combinators.combine(names(), action, revision).as(FunctionId::new);
  }

  @Property(tries = 2000)
  void eachKeyIsReadAsItWasWritten(
      @ForAll("functions") FunctionId f, @ForAll("names") String id, @ForAll("names") String by) {
    assertThat(reader.read(KeyTexts.running(f, 12, id)))
        .isEqualTo(new ContainerKey(ContainerUse.RUNNING, f, 12, id));
    assertThat(reader.read(KeyTexts.ready(f, 0, id)))
        .isEqualTo(new ContainerKey(ContainerUse.READY, f, 0, id));
    assertThat(reader.read(KeyTexts.coming(f, by, id))).isEqualTo(new CreationKey(f, by, id));
    assertThat(reader.read(KeyTexts.leader(f.namespace(), f.action())))
        .isEqualTo(new QueueKey(f.namespace(), f.action()));
    assertThat(reader.read(KeyTexts.comingQueue(f.namespace(), f.action()))).isNull();
  }

  @Property(tries = 500)
  void followersAreNoLeadersWhateverTheirNames(
      @ForAll("functions") FunctionId f, @ForAll("names") String scheduler) {
    ClusterKey key = reader.read(KeyTexts.follower(f.namespace(), f.action(), scheduler));
    // A scheduler whose name is "leader" is the operator's own doing.
    assertThat(key == null || scheduler.equals("leader")).isTrue();
  }

  /** What is read says what was written: any text gives its own key, or none. */
  @Property(tries = 2000)
  void anyTextIsReadBackOrIgnored(@ForAll("texts") String text) {
    if (reader.read(text) instanceof ContainerKey key) {
      String written =
          key.use() == ContainerUse.READY
              ? KeyTexts.ready(key.function(), key.invoker(), key.container())
              : KeyTexts.running(key.function(), key.invoker(), key.container());
      assertThat(written).isEqualTo(text);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Combinators.combine(
            Arbitraries.of("warmed", "namespace", "in-progress", "queue", "invokers"),
            Arbitraries.oneOf(Arbitraries.of("invoker", "invoker3", "3", "container", ""), names())
                .list()
                .ofMaxSize(11))
        .as((kind, parts) -> "whisk/" + kind + "/" + String.join("/", parts));
  }

  @Test
  void membersHaveKeysOfTheirOwn() {
    assertThat(reader.read(KeyTexts.invoker(3))).isEqualTo(new InvokerKey(3, ""));
    assertThat(reader.read(KeyTexts.invoker(3, "10.0.0.1", "host")))
        .isEqualTo(new InvokerKey(3, "10.0.0.1/host"));
    assertThat(reader.read(KeyTexts.scheduler("scheduler0")))
        .isEqualTo(new SchedulerKey("scheduler0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whisk",
        "whisk/",
        "whisk/warmed",
        "other/scheduler/s0",
        "whisk/throttling/ns",
        "whisk/instance/invoker0/lease",
        "whisk/namespace/ns/ns/a/1-0/",
        "whisk/namespace/ns/ns/a/1-0/invokerX/container/c",
        "whisk/namespace/ns/ns/a/1-0/invoker-1/container/c",
        "whisk/namespace/ns/ns/p/q/a/1-0/invoker1/container/c",
        "whisk/namespace/ns//a/1-0/invoker1/container/c",
        "whisk/warmed/ns/ns/a/1-0/invoker/99999999999/container/c",
        "whisk/warmed/ns/ns/a/1-0/invoker/1/container/",
        "whisk/invokers/x",
        "whisk/scheduler/a/b",
        "whisk/queue/ns/a/leader"
      })
  void otherTextsSayNothing(String text) {
    assertThat(reader.read(text)).isNull();
  }

  @Test
  void keyOfAbsurdLengthSaysNothing() {
    FunctionId f = new FunctionId("ns", "ns/" + "a".repeat(5000), "1-0");
    assertThat(reader.read(KeyTexts.ready(f, 0, "c"))).isNull();
  }
}
