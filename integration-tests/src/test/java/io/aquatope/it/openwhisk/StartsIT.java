/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.Nap.INIT;
import static io.aquatope.it.openwhisk.Nap.nap;
import static io.aquatope.it.openwhisk.Nap.sleeping;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plugin's pool with its defaults, under which it decides as OpenWhisk's own. */
@Requires(Engine.STANDALONE)
class StartsIT {

  private static OpenWhiskContainer openWhisk;
  private static OpenWhiskClient client;
  private static ActionContainers containers;

  @BeforeAll
  static void start() {
    openWhisk =
        PluginUnderTest.inStandalone(StartsIT.class)
            .withConfig("whisk.container-pool.user-memory", "512m");
    openWhisk.start();
    client = openWhisk.client();
    containers = openWhisk.actionContainers();
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
    assertThat(openWhisk.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void theFirstCallIsAColdStartAndTheNextFindsTheContainerWarm() throws Exception {
    client.put(nap("first"));

    ActivationResult cold = client.invoke("first");
    assertThat(cold.initTime()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(INIT));
    assertThat(cold.waitTime()).hasValueSatisfying(time -> assertThat(time).isPositive());
    List<Container> made = containers.of("first");
    assertThat(made).hasSize(1);

    Nap.letContainerGetFree();
    ActivationResult warm = client.invoke("first");
    assertThat(warm.initTime()).isEmpty();
    assertThat(warm.waitTime().orElseThrow()).isLessThan(cold.waitTime().orElseThrow());
    assertThat(containers.of("first").get(0).getId()).isEqualTo(made.get(0).getId());
  }

  @Test
  void aSequenceRunsEachOfItsActionsOnce() {
    client.put(nap("head"));
    client.put(nap("tail"));
    client.putSequence("both", "head", "tail");

    ActivationResult sequence = client.invoke("both");

    assertThat(sequence.success()).as(sequence.json().toString()).isTrue();
    assertThat(sequence.components()).hasSize(2);
    ActivationResult tail = client.await(sequence.components().get(1), Duration.ofSeconds(10));
    assertThat(sequence.result()).isEqualTo(tail.result());
    assertThat(client.activations("head")).hasSize(1);
    assertThat(client.activations("tail")).hasSize(1);
  }

  @Test
  void noneOfManyCallsIsLostWhileContainersMakeRoomForEachOther() throws Exception {
    Load load = new Load(client, IntStream.rangeClosed(1, 6).mapToObj(i -> "crowd" + i).toList());

    List<ActivationResult> answers = load.run(60, 8, Duration.ofMillis(20));

    load.assertNoneIsLost(answers);
    assertThat(containers.all()).as("in 512 MB").hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aCallOfAContainerThatWasLostIsAnsweredAndTheNextOneIsServed() throws Exception {
    client.put(nap("lost").withTimeout(Duration.ofSeconds(3)));
    client.invoke("lost");
    Nap.letContainerGetFree();
    containers.of("lost").forEach(containers::remove);

    ActivationResult unlucky = client.invoke("lost");
    ActivationResult next = client.invoke("lost");

    assertThat(next.success()).as(next.json().toString()).isTrue();
    assertThat(client.await(unlucky.id(), Duration.ofSeconds(10)).id()).isEqualTo(unlucky.id());
    assertThat(client.activations("lost")).hasSize(3);
  }

  @Test
  void aCallWhoseContainerIsKilledMeanwhileIsAnsweredAndTheNextOneIsServed() throws Exception {
    client.put(nap("killed").withTimeout(Duration.ofSeconds(10)));
    client.invoke("killed");
    Nap.letContainerGetFree();
    String busy = client.invokeLater("killed", sleeping(Duration.ofSeconds(2)));
    Thread.sleep(1000);
    containers.of("killed").forEach(containers::kill);

    ActivationResult answered = client.await(busy, Duration.ofSeconds(30));
    ActivationResult next = client.invoke("killed");

    assertThat(answered.id()).isEqualTo(busy);
    assertThat(next.success()).as(next.json().toString()).isTrue();
    assertThat(client.activations("killed")).hasSize(3);
  }
}
