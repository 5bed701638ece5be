/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActivationResult;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Later stages of declared workflows, at the very first call of the workflow. */
@Requires(Engine.STANDALONE)
class FollowUpIT {

  private static final Duration FIRST_TAKES = Duration.ofSeconds(4);
  private static final long TARGET_MS = 2 * FIRST_TAKES.toMillis();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** How long until later stages have been looked up, and a little more. */
  private static final Duration LOOK_AHEAD = Duration.ofSeconds(4);

  private static OpenWhiskContainer openWhisk;
  private static OpenWhiskClient client;

  @BeforeAll
  static void start() {
    openWhisk =
        PluginUnderTest.inStandalone(FollowUpIT.class)
            .withConfig("whisk.container-pool.user-memory", "2048m")
            .withConfig("whisk.aquatope.policy", "aquatope")
            .withConfig(
                "whisk.spi.LoadBalancerProvider", "io.aquatope.hub.AquatopeLoadBalancerProvider")
            .withConfig(
                "whisk.aquatope.hub.delegate",
                "org.apache.openwhisk.core.loadBalancer.LeanBalancer")
            .withConfig("whisk.aquatope.hub.enabled", true)
            .withConfig("whisk.aquatope.hub.discover-interval", "2 seconds");
    openWhisk.start();
    client = openWhisk.client();
    client.putPackage("shop");
    client.bindPackage("branch", "shop");
    client.put(Nap.nap("wake"));
    client.put(Nap.nap("up"));
    client.putSequence("wakeUp", "wake", "up");
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
    assertThat(openWhisk.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"plain, '', ''", "packaged, shop/, shop/", "bound, shop/, branch/"})
  void isReadyWhenItIsCalledForTheFirstTime(String name, String folder, String calledBy)
      throws Exception {
    client.put(Nap.nap(name + "First"));
    client.put(Nap.nap(folder + name + "Second"));
    client.putSequence(
        name,
        List.of(name + "First", calledBy + name + "Second"),
        Map.of("qos-latency-ms", TARGET_MS));
    awaitWorkflow(name);

    ActivationResult both =
        client.await(client.invokeLater(name, Nap.sleeping(FIRST_TAKES)), MINUTE);
    ActivationResult second = client.await(both.components().get(1), MINUTE);

    assertThat(second.success()).as(second.json().toString()).isTrue();
    assertThat(second.initTime()).as("as it was initialised before").contains(Duration.ZERO);
  }

  /** Namespaces are looked at while their sequences run. */
  private static void awaitWorkflow(String name) throws InterruptedException {
    long deadline = System.nanoTime() + MINUTE.toNanos();
    while (!openWhisk.getLogs().contains("workflow guest/" + name + ": target")) {
      assertThat(System.nanoTime()).as("the workflow is known").isLessThan(deadline);
      client.invoke("wakeUp");
      Thread.sleep(1_000);
    }
    Thread.sleep(LOOK_AHEAD.toMillis());
  }
}
