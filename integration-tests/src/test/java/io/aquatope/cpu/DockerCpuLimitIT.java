/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aquatope.cpu.BusyContainers.Counters;
import io.aquatope.cpu.engine.ContainerEngine;
import io.aquatope.cpu.engine.DockerAccess;
import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.EngineSettings;
import io.aquatope.cpu.observe.Cgroup;
import io.aquatope.cpu.observe.CpuUsage;
import io.aquatope.cpu.observe.DockerCgroups;
import io.aquatope.cpu.observe.RunMeter;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** CPU limits on a real Docker engine, as the kernel sees them, by both ways to the engine. */
@Requires(Engine.DOCKER)
@ParameterizedClass
@EnumSource
class DockerCpuLimitIT {

  private static final Path SOCKET =
      Path.of(
          Optional.ofNullable(System.getenv("DOCKER_HOST"))
              .filter(host -> host.startsWith("unix://"))
              .map(host -> host.substring("unix://".length()))
              .orElse("/var/run/docker.sock"));
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final CpuLimit QUARTER = CpuLimit.parse("0.25");
  private static final CpuLimit HALF = CpuLimit.parse("0.5");
  private static final CpuLimit ONE = CpuLimit.parse("1");

  private static BusyContainers containers;

  @TempDir private Path folder;

  @Parameter private DockerAccess access = DockerAccess.SOCKET;

  private ContainerEngine engine;
  private LiveLimits live;

  @BeforeAll
  static void open() {
    containers = new BusyContainers();
  }

  @AfterAll
  static void close() {
    containers.close();
  }

  @BeforeEach
  void start() {
    engine = engine(SOCKET, TIMEOUT);
    live = live(engine);
  }

  private ContainerEngine engine(Path socket, Duration timeout) {
    List<Path> clients =
        Stream.of("/usr/bin/docker", "/usr/local/bin/docker").map(Path::of).toList();
    assumeTrue(
        access == DockerAccess.SOCKET || clients.stream().anyMatch(Files::isExecutable),
        "there is no Docker client");
    return access.engine(
        new EngineSettings(EngineSettings.Kind.DOCKER, socket, clients, "", timeout));
  }

  @AfterEach
  void stop() {
    live.close();
  }

  private static LiveLimits live(ContainerEngine engine) {
    return new LiveLimits(
        engine,
        new ChangePace(1000, Duration.ofMillis(50), Duration.ofMillis(500)),
        CpuEvents.NONE);
  }

  @Test
  void theEngineSaysHowManyCoresThereAre() throws Exception {
    assertThat(engine.machine().orElseThrow().cores())
        .isEqualTo((double) DockerClientFactory.instance().client().infoCmd().exec().getNCPU());
  }

  @Test
  void aLimitHoldsFromCreationOn() {
    assertQuota(containers.idle(Optional.of(CpuLimit.parse("0.75"))), 0.75);
    assertQuota(containers.idle(Optional.empty()), BusyContainers.UNLIMITED);
  }

  @Test
  void aLiveChangeReachesTheKernel() throws Exception {
    String container = containers.idle(Optional.of(HALF));
    for (String cores : List.of("0.01", "0.123", "1", "0.5")) {
      CpuLimit limit = CpuLimit.parse(cores);
      assertThat(engine.setLimit(container, limit)).isEqualTo(new ChangeResult.Done());
      assertQuota(container, limit.cores());
    }
  }

  @Test
  void aContainerThatWasPreparedWithoutALimitGetsOne() throws Exception {
    String container = containers.idle(Optional.empty());
    live.created(container, Optional.empty());
    assertThat(live.changeNow(container, QUARTER).get(10, TimeUnit.SECONDS))
        .isEqualTo(new ChangeResult.Done());
    assertQuota(container, 0.25);
  }

  @Test
  void aPausedContainerIsChangedAsWell() throws Exception {
    String container = containers.idle(Optional.of(ONE));
    containers.pause(container);
    assertThat(engine.setLimit(container, HALF)).isEqualTo(new ChangeResult.Done());
    containers.unpause(container);
    assertQuota(container, 0.5);
  }

  @Test
  void moreThanTheMachineHasIsRefusedAndTheFormerLimitStays() throws Exception {
    String container = containers.idle(Optional.of(HALF));
    assertThat(engine.setLimit(container, CpuLimit.parse("1000")))
        .isInstanceOf(ChangeResult.Refused.class);
    assertQuota(container, 0.5);
  }

  @Test
  void aQuotaInAnotherNotationIsRefused() throws Exception {
    String container = containers.idleWithQuota(Duration.ofMillis(50));
    assertThat(engine.setLimit(container, ONE)).isInstanceOf(ChangeResult.Refused.class);
    assertQuota(container, 0.5);
  }

  @Test
  void anEngineThatDoesNotAnswerIsGivenUp() throws Exception {
    try (ScriptedEngineSocket silent =
        new ScriptedEngineSocket(SOCKET, folder.resolve("silent.sock"))) {
      silent.start();
      silent.hang();
      ContainerEngine away = engine(silent.socket(), Duration.ofMillis(500));
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> away.setLimit("0123456789abcdef", ONE))
          .withMessageEndingWith("did not answer within PT0.5S");
      silent.stop();
      assertThatExceptionOfType(IOException.class).isThrownBy(away::machine);
    }
  }

  @Test
  void aContainerThatHasGoneIsNoError() throws Exception {
    String container = containers.idle(Optional.of(HALF));
    containers.remove(container);
    assertThat(engine.setLimit(container, ONE)).isEqualTo(new ChangeResult.Gone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.25", "0.5", "1", "1.5"})
  void aBurningContainerUsesItsShare(String cores) throws Exception {
    CpuLimit limit = CpuLimit.parse(cores);
    assumeTrue(limit.milliCores() <= engine.machine().orElseThrow().milliCores(), "too few cores");
    String container = containers.burningFirst(Optional.of(ONE));
    engine.setLimit(container, limit);

    assertThat(share(container, limit)).isCloseTo(limit.cores(), withPercentage(10));
    containers.remove(container);
  }

  /**
   * Cores used while the limit was what held the container back. On a busy machine others may take
   * what it is allowed: so time is counted in periods of the quota, and windows are tried until one
   * was spent at the limit. No window may exceed it.
   */
  private static double share(String container, CpuLimit limit) throws InterruptedException {
    Counters before = containers.counters(container);
    double share = 0;
    for (int window = 0; window < 15 && share < 0.95 * limit.cores(); window++) {
      Thread.sleep(3000);
      Counters after = containers.counters(container);
      long periods = after.periods() - before.periods();
      share = (double) after.used().minus(before.used()).toNanos() / (periods * PERIOD.toNanos());
      assertThat(share).as("cores used in %s periods", periods).isLessThan(1.1 * limit.cores());
      before = after;
    }
    return share;
  }

  @Test
  void whatIsReadFromTheHostIsWhatTheContainerUsed() throws Exception {
    String container = containers.burning(Optional.of(QUARTER));
    Optional<Cgroup> cgroup = new DockerCgroups(Path.of("/sys/fs/cgroup")).of(container);
    assumeTrue(cgroup.isPresent(), "the host's control groups are not to be seen");
    RunMeter.Run run = new RunMeter(cgroup).begin();
    Counters before = containers.counters(container);
    Thread.sleep(2000);
    Counters after = containers.counters(container);
    CpuUsage usage = run.end().usage().orElseThrow();

    double seconds = after.used().minus(before.used()).toNanos() / 1e9;
    assertThat(usage.used().toNanos() / 1e9).isCloseTo(seconds, within(0.2));
    if (after.throttledPeriods() > before.throttledPeriods()) {
      assertThat(usage.throttled()).isPositive();
    }
    containers.remove(container);
  }

  @Test
  void fiftyContainersAreChangedAtOnce() throws Exception {
    List<String> fifty = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String container = containers.idle(Optional.of(ONE));
      live.created(container, Optional.of(ONE));
      fifty.add(container);
    }
    long start = System.nanoTime();
    long[] micros = new long[fifty.size()];
    List<CompletableFuture<?>> changes = new ArrayList<>();
    for (int i = 0; i < fifty.size(); i++) {
      int index = i;
      changes.add(
          live.change(fifty.get(i), new CpuLimit(200 + i))
              .thenRun(() -> micros[index] = (System.nanoTime() - start) / 1000));
    }
    CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

    Arrays.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "50 containers changed at once: the first after %.1f ms, the last after %.1f ms%n",
        micros[0] / 1e3,
        micros[49] / 1e3);
    for (int i = 0; i < fifty.size(); i++) {
      assertQuota(fifty.get(i), new CpuLimit(200 + i).cores());
      containers.remove(fifty.get(i));
    }
  }

  @Test
  void changesArriveAfterTheEngineWasStoppedAndStartedInTheMiddle() throws Exception {
    try (ScriptedEngineSocket stoppable =
            new ScriptedEngineSocket(SOCKET, folder.resolve("docker.sock"));
        LiveLimits through = live(engine(stoppable.socket(), Duration.ofMillis(500)))) {
      stoppable.start();
      List<String> some = new ArrayList<>();
      List<CompletableFuture<ChangeResult>> changes = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String container = containers.idle(Optional.of(ONE));
        through.created(container, Optional.of(ONE));
        some.add(container);
        changes.add(through.change(container, HALF));
        if (i == 2) {
          stoppable.stop();
        } else if (i == 5) {
          stoppable.start();
          stoppable.hang();
        }
      }
      assertThat(changes)
          .as("changes while the engine is away")
          .anyMatch(change -> !change.isDone());
      stoppable.stop();
      stoppable.start();
      for (int i = 0; i < some.size(); i++) {
        assertThat(changes.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(new ChangeResult.Done());
        assertQuota(some.get(i), 0.5);
        containers.remove(some.get(i));
      }
    }
  }

  private static void assertQuota(String container, double cores) {
    assertThat(containers.quota(container)).isCloseTo(cores, within(0.0001));
  }
}
