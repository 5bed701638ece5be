/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Memory limits that are recommended, and applied through OpenWhisk's own API. */
@Requires(Engine.STANDALONE)
class MemoryIT {

  private static final String CONTROL_GROUPS = "/control-groups";

  /** The standalone OpenWhisk listens at its own address only. */
  private static final String HOST = "openwhisk";

  /** What the system allows, and is thus recommended for so little an action. */
  private static final int LEAST_MB = 160;

  /** The limits of owners, if this OpenWhisk has limits of namespaces. */
  private static final int OWNERS_LEAST_MB = 192;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How long idle containers are kept, and a little more. */
  private static final Duration KEPT = Duration.ofSeconds(8);

  private static final int CALLS = 25;

  private static OpenWhiskContainer openWhisk;
  private static OpenWhiskClient client;

  /** The least that owners are allowed. */
  private static int allowedMb;

  @BeforeAll
  static void start() {
    openWhisk =
        PluginUnderTest.inStandalone(MemoryIT.class)
            .withCreateContainerCmdModifier(create -> create.withHostName(HOST))
            .withHostFolder(Path.of("/sys/fs/cgroup"), CONTROL_GROUPS)
            .withConfig(
                "whisk.spi.ContainerFactoryProvider",
                "io.aquatope.cpu.CpuLimitContainerFactoryProvider")
            .withConfig(
                "whisk.aquatope.cpu.delegate",
                "org.apache.openwhisk.core.containerpool.docker.StandaloneDockerContainerFactoryProvider")
            .withConfig("whisk.aquatope.cpu.cgroups", CONTROL_GROUPS)
            .withConfig(
                "whisk.spi.LoadBalancerProvider", "io.aquatope.hub.AquatopeLoadBalancerProvider")
            .withConfig(
                "whisk.aquatope.hub.delegate",
                "org.apache.openwhisk.core.loadBalancer.LeanBalancer")
            .withConfig("whisk.memory.min", LEAST_MB + " m")
            .withConfig("whisk.namespace-default-limit.memory.min", OWNERS_LEAST_MB + " m")
            .withConfig("whisk.namespace-default-limit.memory.max", "512 m")
            .withConfig("whisk.aquatope.hub.enabled", true)
            .withConfig("whisk.aquatope.hub.discover-interval", "2 seconds")
            .withConfig("whisk.aquatope.tune.memory", "apply")
            .withConfig("whisk.aquatope.tune.api", "http://" + HOST + ":3233")
            .withConfig("whisk.container-proxy.timeouts.pause-grace", "2 seconds")
            .withConfig("whisk.container-proxy.timeouts.idle-container", "2 seconds");
    openWhisk.start();
    client = openWhisk.client();
    allowedMb = client.limits().path("minActionMemory").asInt(LEAST_MB);
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
  }

  @Test
  void anActionIsUpdatedToTheLeastThatItsOwnerIsAllowedAndKeepsAllElse() throws Exception {
    client.put(Nap.nap("head").withMemory(256).withAnnotation("owner", "somebody"));
    client.put(Nap.nap("tail").withMemory(256).withTimeout(Duration.ofSeconds(7)));
    client.putSequence("both", List.of("head", "tail"), Map.of("qos-latency-ms", 10_000));
    JsonNode before = client.action("head");

    callUntil("both", "head", allowedMb);
    callUntil("both", "tail", allowedMb);

    JsonNode after = client.action("head");
    assertThat(after.path("version")).isNotEqualTo(before.path("version"));
    assertThat(after.path("exec")).isEqualTo(before.path("exec"));
    assertThat(after.path("annotations")).isEqualTo(before.path("annotations"));
    assertThat(client.action("tail").at("/limits/timeout").asInt()).isEqualTo(7000);
    assertThat(openWhisk.getLogs())
        .contains("memory of [160, 160] MB is recommended instead of [256, 256]")
        .contains("action guest/head has been updated to " + allowedMb + " MB");
    if (allowedMb > LEAST_MB) {
      assertThat(openWhisk.getLogs())
          .containsOnlyOnce("action guest/head was not updated to 160 MB")
          .contains("below allowed threshold of 192 MB");
    }

    client.invoke("both");
    assertThat(megabytes("head")).contains(256L, (long) allowedMb);
    Thread.sleep(KEPT.toMillis());
    client.invoke("both");
    assertThat(megabytes("head"))
        .as("when the former containers were idle")
        .containsOnly((long) allowedMb);
  }

  @Test
  void whatTheOwnerSetsAfterwardsStays() {
    client.put(Nap.nap("start").withMemory(256));
    client.put(Nap.nap("end").withMemory(256));
    client.putSequence("course", List.of("start", "end"), Map.of("qos-latency-ms", 10_000));
    callUntil("course", "start", allowedMb);

    client.put(Nap.nap("start").withMemory(256));
    IntStream.range(0, CALLS).forEach(call -> client.invoke("course"));

    assertThat(memory("start")).isEqualTo(256);
  }

  private static void callUntil(String sequence, String action, int megabytes) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (memory(action) != megabytes) {
      assertThat(System.nanoTime()).as(action).isLessThan(deadline);
      client.invoke(sequence);
    }
  }

  private static int memory(String action) {
    return client.action(action).at("/limits/memory").asInt();
  }

  /** What the containers of an action may take. */
  private static List<Long> megabytes(String action) {
    ActionContainers containers = openWhisk.actionContainers();
    return containers.of(action).stream()
        .flatMap(container -> containers.memoryMb(container).stream())
        .toList();
  }
}
