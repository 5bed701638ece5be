/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.engine.ContainerEngine;
import io.aquatope.cpu.engine.DockerAccess;
import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.EngineSettings;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Duration of a live change of 50 containers: over the engine's socket, and by the Docker client,
 * as on Java 11. Run by command:
 *
 * <pre>./mvnw -pl integration-tests -am verify -Dit.test=LiveChangeBenchmark \
 *   -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@Requires(Engine.DOCKER)
class LiveChangeBenchmark {

  private static final EngineSettings SETTINGS =
      new EngineSettings(
          EngineSettings.Kind.DOCKER,
          Path.of("/var/run/docker.sock"),
          List.of(Path.of("/usr/bin/docker"), Path.of("/usr/local/bin/docker")),
          "",
          Duration.ofSeconds(10));
  private static final int CONTAINERS = 50;
  private static final CpuLimit ONE = CpuLimit.parse("1");

  @Test
  void print() throws Exception {
    try (BusyContainers busy = new BusyContainers()) {
      List<String> containers = new ArrayList<>();
      for (int i = 0; i < CONTAINERS; i++) {
        containers.add(busy.idle(Optional.of(ONE)));
      }
      for (int round = 0; round < 3; round++) {
        for (DockerAccess access : DockerAccess.values()) {
          ContainerEngine engine = access.engine(SETTINGS);
          report(access + ", one after another", oneByOne(containers, round, engine));
          try (LiveLimits live =
              new LiveLimits(
                  engine,
                  new ChangePace(1000, Duration.ofMillis(50), Duration.ofMillis(500)),
                  CpuEvents.NONE)) {
            containers.forEach(container -> live.created(container, Optional.of(ONE)));
            report(access + ", all at once, since the decision", together(containers, round, live));
          }
        }
      }
    }
  }

  private static long[] oneByOne(List<String> containers, int round, ContainerEngine engine)
      throws Exception {
    long[] nanos = new long[CONTAINERS];
    for (int i = 0; i < CONTAINERS; i++) {
      long start = System.nanoTime();
      engine.setLimit(containers.get(i), new CpuLimit(100 + round));
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }

  private static long[] together(List<String> containers, int round, LiveLimits live)
      throws Exception {
    long[] nanos = new long[CONTAINERS];
    long start = System.nanoTime();
    List<CompletableFuture<?>> changes = new ArrayList<>();
    for (int i = 0; i < CONTAINERS; i++) {
      int index = i;
      changes.add(
          live.change(containers.get(i), new CpuLimit(500 + round))
              .thenRun(() -> nanos[index] = System.nanoTime() - start));
    }
    CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    return nanos;
  }

  private static void report(String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-42s ms p50 %6.1f  p99 %6.1f%n",
        what,
        sorted[CONTAINERS / 2] / 1e6,
        sorted[CONTAINERS * 99 / 100] / 1e6);
  }
}
