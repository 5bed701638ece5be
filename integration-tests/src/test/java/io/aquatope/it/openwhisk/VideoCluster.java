/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import com.github.dockerjava.api.model.Container;
import com.google.common.collect.ImmutableMap;
import io.aquatope.testcontainers.ActionContainers;
import io.aquatope.testcontainers.OpenWhiskCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A cluster whose two invokers tune a sequence of three actions that need CPU time. */
final class VideoCluster {

  static final String VIDEO = "video";
  static final Duration TARGET = Duration.ofSeconds(3);
  static final double QUANTILE = 0.95;
  static final int MEMORY_MB = 128;

  /** What the stages need, in the order in which they run. Their names give them other homes. */
  static final ImmutableMap<String, Duration> STAGES =
      ImmutableMap.of(
          "decode", Duration.ofMillis(40),
          "detect", Duration.ofMillis(300),
          "encode", Duration.ofMillis(80));

  private final OpenWhiskCluster cluster;

  /**
   * A container of a stage.
   *
   * @param invoker which has made it
   * @param cores its limit
   */
  record Limited(int invoker, String stage, double cores) {}

  /**
   * @param steps the limits that a stage may get, in cores
   */
  VideoCluster(Class<?> suite, List<Double> steps) {
    cluster =
        PluginUnderTest.inCluster(suite)
            .withConfig(
                "whisk.spi.ContainerFactoryProvider",
                "io.aquatope.cpu.CpuLimitContainerFactoryProvider")
            .withConfig(
                "whisk.spi.LoadBalancerProvider", "io.aquatope.hub.AquatopeLoadBalancerProvider")
            .withConfig(
                "whisk.spi.InvokerServerProvider",
                "io.aquatope.invoker.AquatopeInvokerServerProvider")
            .withConfig("whisk.aquatope.hub.enabled", true)
            .withConfig("whisk.aquatope.tune.cpu-steps", steps)
            .withConfig("whisk.aquatope.tune.observation-instances", 12)
            .withConfig("whisk.aquatope.tune.candidates", 2)
            .withConfig("whisk.aquatope.tune.exploration-share", 0.4);
  }

  /** Starts it, and deploys the actions. */
  OpenWhiskCluster start() {
    cluster.start();
    STAGES.forEach((name, cpuTime) -> cluster.client().put(Burn.burn(name, cpuTime, MEMORY_MB)));
    cluster
        .client()
        .putSequence(
            VIDEO,
            STAGES.keySet().asList(),
            Map.of("qos-latency-ms", TARGET.toMillis(), "qos-quantile", QUANTILE));
    return cluster;
  }

  /** The containers of the stages. */
  List<Limited> containers() {
    ActionContainers containers = cluster.actionContainers();
    return STAGES.keySet().stream()
        .flatMap(
            stage ->
                containers.of(stage).stream()
                    .flatMap(
                        container ->
                            containers.cores(container).stream()
                                .map(cores -> new Limited(invoker(container), stage, cores))))
        .toList();
  }

  /** Names begin with {@code /wsk} and the invoker's number, which has one digit here. */
  private static int invoker(Container container) {
    return Character.digit(container.getNames()[0].charAt("/wsk".length()), 10);
  }

  /** Whether all containers have the limits that an invoker says are in force. */
  boolean carries(List<Double> limits) {
    List<String> stages = STAGES.keySet().asList();
    return limits.size() == stages.size()
        && containers().stream()
            .allMatch(
                container -> container.cores() == limits.get(stages.indexOf(container.stage())));
  }
}
