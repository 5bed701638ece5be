/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.Nap.INIT;
import static io.aquatope.it.openwhisk.Nap.nap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.ClusterSize;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskSchedulerCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The plugin's pool with its defaults under OpenWhisk's scheduler: starts, and the requests of
 * operators.
 */
@Requires(Engine.SCHEDULER)
class SchedulerStartsIT {

  private static final Duration PAUSED = Duration.ofSeconds(30);
  private static final Duration DRAINED = Duration.ofMinutes(1);

  private static OpenWhiskSchedulerCluster cluster;
  private static OpenWhiskClient client;

  @BeforeAll
  static void start() {
    cluster = PluginUnderTest.besideScheduler(SchedulerStartsIT.class, new ClusterSize(1, 2));
    cluster.start();
    client = cluster.client();
  }

  @AfterAll
  static void stop() {
    cluster.stop();
    assertThat(cluster.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void theFirstCallIsAColdStartAndTheNextFindsTheContainerWarm() throws Exception {
    client.put(nap("first"));

    ActivationResult cold = client.invoke("first");
    assertThat(cold.initTime()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(INIT));
    List<Container> made = cluster.actionContainers().of("first");

    Nap.letContainerGetFree();
    ActivationResult warm = client.invoke("first");
    assertThat(warm.initTime()).isEmpty();
    assertThat(warm.waitTime().orElseThrow()).isLessThan(cold.waitTime().orElseThrow());
    assertThat(cluster.actionContainers().of("first"))
        .extracting(Container::getId)
        .containsAll(made.stream().map(Container::getId).toList());
  }

  @Test
  void aSequenceRunsEachOfItsActionsOnce() {
    client.put(nap("head"));
    client.put(nap("tail"));
    client.putSequence("both", "head", "tail");

    ActivationResult sequence = client.invoke("both");

    assertThat(sequence.success()).as(sequence.json().toString()).isTrue();
    assertThat(sequence.components()).hasSize(2);
    assertThat(client.activations("head")).hasSize(1);
    assertThat(client.activations("tail")).hasSize(1);
  }

  @Test
  void anIdleContainerIsFoundByItsKeyAndServesTheNextCall() throws Exception {
    client.put(nap("idle"));
    client.invoke("idle");
    awaitIdle("guest/guest/idle/");

    assertThat(client.invoke("idle").initTime()).isEmpty();
  }

  @Test
  void aDisabledInvokerLetsAllItsContainersGoAndServesAgainWhenEnabled() throws Exception {
    client.put(nap("drained"));
    client.invoke("drained");

    for (int invoker = 0; invoker < 2; invoker++) {
      cluster.disableInvoker(invoker);
      awaitEmptyPool(invoker);
      assertThat(cluster.askInvoker(invoker, "/isEnabled")).isEqualTo("{\"enabled\":false}");
      assertThat(keysOfInvoker(invoker)).isEmpty();
      assertThat(client.invoke("drained").success()).isTrue();
      cluster.enableInvoker(invoker);
      assertThat(cluster.askInvoker(invoker, "/isEnabled")).isEqualTo("{\"enabled\":true}");
    }

    assertThat(client.invoke("drained").success()).isTrue();
  }

  /** The keys of an invoker's containers; those of idle ones have a slash before the number. */
  private static List<String> keysOfInvoker(int invoker) {
    return cluster.keys("").stream()
        .filter(key -> key.matches(".*/invoker/?" + invoker + "/container/.*"))
        .toList();
  }

  private static void awaitEmptyPool(int invoker) throws InterruptedException {
    long deadline = System.nanoTime() + DRAINED.toNanos();
    while (!cluster.askInvoker(invoker, "/pool/count").equals("0")) {
      assertThat(System.nanoTime()).as("the pool of invoker " + invoker).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  /**
   * Waits until a function has containers and all are idle. The scheduler may have asked for a
   * second one while the first one was slow to start; until that gives up, it gets the next call.
   */
  private static void awaitIdle(String function) throws InterruptedException {
    long deadline = System.nanoTime() + PAUSED.toNanos();
    while (cluster.keys("warmed/" + function).isEmpty()
        || !cluster.keys("namespace/" + function).isEmpty()
        || !cluster.keys("in-progress/" + function).isEmpty()) {
      assertThat(System.nanoTime()).as("the keys " + cluster.keys("")).isLessThan(deadline);
      Thread.sleep(200);
    }
  }
}
