/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import static io.aquatope.it.openwhisk.Nap.nap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.OpenWhiskClient;
import io.aquatope.testcontainers.OpenWhiskContainer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.images.builder.Transferable;

/** CPU limits of containers that OpenWhisk has made, as the engine tells them. */
@Requires(Engine.STANDALONE)
class CpuLimitsIT {

  private static final String LIMITS = "/limits.conf";

  private static OpenWhiskContainer openWhisk;
  private static OpenWhiskClient client;
  private static ActionContainers containers;

  @BeforeAll
  static void start() {
    openWhisk =
        PluginUnderTest.inStandalone(CpuLimitsIT.class)
            .withConfig(
                "whisk.spi.ContainerFactoryProvider",
                "io.aquatope.cpu.CpuLimitContainerFactoryProvider")
            .withConfig(
                "whisk.aquatope.cpu.delegate",
                "org.apache.openwhisk.core.containerpool.docker.StandaloneDockerContainerFactoryProvider")
            .withConfig("whisk.aquatope.cpu.limits-file", LIMITS)
            .withConfig("whisk.aquatope.cpu.reload-interval", "500 milliseconds")
            .withCopyToContainer(limit(0.4), LIMITS);
    openWhisk.start();
    client = openWhisk.client();
    containers = openWhisk.actionContainers();
  }

  @AfterAll
  static void stop() {
    openWhisk.stop();
  }

  @Test
  void aContainerHasTheLimitOfItsActionsAnnotation() {
    client.put(nap("annotated").withAnnotation("cpu-limit", 0.75));

    client.invoke("annotated");

    assertThat(cores("annotated")).isEqualTo(0.75);
  }

  @Test
  void anActionThatNobodyLimitsHasNone() {
    client.put(nap("free"));

    client.invoke("free");

    assertThat(cores("free")).isZero();
  }

  @Test
  void aRunningContainerFollowsTheFileOfLimits() throws Exception {
    client.put(nap("ruled"));
    client.invoke("ruled");
    assertThat(cores("ruled")).isEqualTo(0.4);
    Container container = containers.of("ruled").get(0);

    openWhisk.copyFileToContainer(limit(0.6), LIMITS);
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (containers.cores(container).orElseThrow() != 0.6 && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }

    assertThat(containers.cores(container)).hasValue(0.6);
    assertThat(client.invoke("ruled").initTime()).as("the container is the same").isEmpty();
  }

  private static double cores(String action) {
    return containers.cores(containers.of(action).get(0)).orElseThrow();
  }

  private static Transferable limit(double cores) {
    return Transferable.of("limits = [{ actions = \"guest/ruled\", cores = %s }]".formatted(cores));
  }
}
