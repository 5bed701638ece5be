/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two namespaces in one cluster, of which one declares workflows over the other's actions.
 * OpenWhisk lets it: reading a component is all that a sequence needs, and a public package gives
 * that to all.
 */
@Requires(Engine.CLUSTER)
class TenantsIT {

  private static final double OWN_LIMIT = 0.5;
  private static final List<Double> STEPS = List.of(0.1, OWN_LIMIT, 1.0, 2.0);

  /** With so long a target the tuner would choose the smallest limits. */
  private static final Duration NO_HURRY = Duration.ofHours(1);

  private static final Duration STAGE = Duration.ofMillis(40);

  /** Enough for several rounds of tuning. */
  private static final Duration LOAD = Duration.ofSeconds(90);

  private static final Duration SURVEY = Duration.ofSeconds(20);
  private static final Duration PERIOD = Duration.ofMillis(500);

  private static OpenWhiskCluster cluster;
  private static OpenWhiskClient seller;
  private static OpenWhiskClient intruder;

  @BeforeAll
  static void start() {
    cluster =
        PluginUnderTest.inCluster(TenantsIT.class)
            .withConfig("whisk.aquatope.policy", "aquatope")
            .withConfig(
                "whisk.spi.ContainerFactoryProvider",
                "io.aquatope.cpu.CpuLimitContainerFactoryProvider")
            .withConfig(
                "whisk.spi.LoadBalancerProvider", "io.aquatope.hub.AquatopeLoadBalancerProvider")
            .withConfig("whisk.aquatope.hub.enabled", true)
            .withConfig("whisk.aquatope.hub.discover-interval", "2 seconds")
            .withConfig("whisk.aquatope.tune.cpu-steps", STEPS)
            .withConfig("whisk.aquatope.tune.observation-instances", 12)
            .withConfig("whisk.aquatope.tune.candidates", 2)
            .withConfig("whisk.aquatope.tune.exploration-share", 0.4);
    cluster.start();
    seller = cluster.newNamespace("seller");
    intruder = cluster.newNamespace("intruder");
  }

  @AfterAll
  static void stop() {
    cluster.stop();
    assertThat(cluster.actionContainers().all()).as("containers after the end").isEmpty();
  }

  @Test
  void limitsAndContainersOfANamespaceAreUntouchedByWorkflowsThatAnotherDeclares()
      throws Exception {
    seller.putPublicPackage("public");
    for (String action : List.of("cart", "pay")) {
      seller.put(Burn.burn("public/" + action, STAGE, 128).withAnnotation("cpu-limit", OWN_LIMIT));
    }
    seller.putSequence("checkout", "public/cart", "public/pay");
    intruder.put(Nap.nap("spy"));
    Map<String, Long> target = Map.of("qos-latency-ms", NO_HURRY.toMillis());
    intruder.putSequence("slow", List.of("/seller/public/cart", "/seller/public/pay"), target);
    intruder.putSequence("watch", List.of("/seller/public/cart", "spy"), target);
    surveyIntruder();

    Callers callers = Callers.start(seller, "checkout", 2, PERIOD);
    ActionContainers containers = cluster.actionContainers();
    int seen = 0;
    long end = System.nanoTime() + LOAD.toNanos();
    while (System.nanoTime() < end) {
      assertThat(containers.of("intruder", "spy")).as("code that nobody has called").isEmpty();
      List<Double> limits = limits();
      assertThat(limits).allMatch(limit -> limit == OWN_LIMIT);
      seen += limits.size();
      Thread.sleep(PERIOD.toMillis());
    }
    assertThat(seen).as("containers that were looked at").isPositive();
    callers.stop();
    callers.assertNoneIsLost();
  }

  private static List<Double> limits() {
    ActionContainers containers = cluster.actionContainers();
    return Stream.of("cart", "pay")
        .flatMap(action -> containers.of("seller", action).stream())
        .flatMap(container -> containers.cores(container).stream())
        .toList();
  }

  /** The controller looks at a namespace while its sequences run. */
  private static void surveyIntruder() throws InterruptedException {
    intruder.put(Nap.nap("idle"));
    intruder.putSequence("idleTwice", "idle", "idle");
    long end = System.nanoTime() + SURVEY.toNanos();
    while (System.nanoTime() < end) {
      intruder.invoke("idleTwice");
      Thread.sleep(PERIOD.toMillis());
    }
  }
}
