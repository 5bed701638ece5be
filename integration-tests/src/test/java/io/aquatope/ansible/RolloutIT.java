/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.ansible;

import static io.aquatope.ansible.SimulatedHost.Kind.AKKA;
import static io.aquatope.ansible.SimulatedHost.Kind.BOTH_ACTORS;
import static io.aquatope.ansible.SimulatedHost.Kind.DOES_NOT_LINK;
import static io.aquatope.ansible.SimulatedHost.Kind.FAILS_ACTIVATIONS;
import static io.aquatope.ansible.SimulatedHost.Kind.FAILS_TO_START;
import static io.aquatope.ansible.SimulatedHost.Kind.HEALTHY;
import static io.aquatope.ansible.SimulatedHost.Kind.NO_ACTORS;
import static io.aquatope.ansible.SimulatedHost.Kind.SCHEDULER_BASED;
import static io.aquatope.ansible.SimulatedHost.Kind.SCHEDULER_HALF_OFF;
import static io.aquatope.ansible.SimulatedHost.Kind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.aquatope.ansible.Playbook.Recap;
import io.aquatope.ansible.Playbook.Run;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the playbooks do to hosts, as the container engine and the files tell. */
@Requires({Engine.DOCKER, Engine.ANSIBLE})
class RolloutIT {

  private static final Path JAR = Path.of(System.getProperty("aquatope.jar", ""));
  private static final String JAR_IN_IMAGE = "/invoker/ext-lib/aquatope-invoker-plugin.jar";
  private static final String PROVIDER = "CONFIG_whisk_spi_InvokerProvider";
  private static final String MODE = "CONFIG_whisk_aquatope_mode";

  private static FakeImages images;

  private final SimulatedDeployment cluster;
  private final Playbook playbook;

  RolloutIT(@TempDir Path folder) {
    cluster = new SimulatedDeployment(folder);
    playbook = new Playbook(cluster);
  }

  @BeforeAll
  static void makeImages() {
    images = new FakeImages();
  }

  @AfterAll
  static void removeImages() {
    images.close();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aRolloutAndItsRollbackLeaveNothingBehind() throws IOException {
    cluster.start(HEALTHY, HEALTHY);
    SimulatedHost canary = cluster.host(0);
    SimulatedHost second = cluster.host(1);
    HostState canaryBefore = HostState.of(canary);
    HostState secondBefore = HostState.of(second);

    Run dry = playbook.deploy("--check", "--diff");
    assertThat(dry.status()).as(dry.output()).isZero();
    assertThat(dry.output()).contains("+" + MODE + "=observe");
    assertThat(canaryBefore.difference(HostState.of(canary))).isEmpty();

    Run deployed = playbook.deploy("--diff", "-vvv");
    assertThat(deployed.status()).as(deployed.output()).isZero();
    assertThat(dry.recap()).isEqualTo(deployed.recap());
    assertThat(deployed.output()).doesNotContain(SimulatedDeployment.SECRET);
    assertThat(deployed.output()).contains("/aquatope-{{ invoker_name }}/aquatope-invoker-plugin-");
    assertThat(cluster.actions()).isEqualTo("[]");
    for (SimulatedHost host : List.of(canary, second)) {
      assertThat(host.isRunning()).isTrue();
      assertThat(host.environment())
          .containsEntry(MODE, "observe")
          .containsEntry(PROVIDER, "io.aquatope.invoker.AquatopeInvokerProvider")
          .containsAllEntriesOf(cluster.environment());
      assertThat(host.checksum(JAR_IN_IMAGE)).isEqualTo(checksum(JAR));
    }

    Run again = playbook.deploy();
    assertThat(canary.log()).containsOnlyOnce("POST /disable");
    assertThat(again.recap().values()).as(again.output()).containsOnly(Recap.UNCHANGED);

    Run acting =
        playbook.deploy("--extra-vars", "{aquatope_mode: act, aquatope_drain_seconds: 20}");
    assertThat(acting.status()).as(acting.output()).isZero();
    assertThat(canary.log())
        .contains("stopped with 0")
        .doesNotContain("stopped with 1", "stopped with 2");
    assertThat(canary.environment()).containsEntry(MODE, "act");

    Run dryBack = playbook.rollback("--check");
    Run back = playbook.rollback("--diff");
    assertThat(dryBack.recap()).isEqualTo(back.recap());
    assertThat(back.status()).as(back.output()).isZero();
    assertThat(canaryBefore.difference(HostState.of(canary))).isEmpty();
    assertThat(secondBefore.difference(HostState.of(second))).isEmpty();
    assertThat(playbook.rollback().recap().values()).containsOnly(Recap.UNCHANGED);
  }

  @Test
  void nothingChangesWhereAnInvokerDoesNotLink() {
    cluster.start(HEALTHY, DOES_NOT_LINK);
    HostState before = HostState.of(cluster.host(0));

    Run run = playbook.deploy();

    assertThat(run.status()).isNotZero();
    assertThat(run.output()).contains("found: no such class", "org.apache.pekko");
    assertThat(run.recap().values()).extracting(Recap::changed).containsOnly(0);
    assertThat(run.of(cluster.host(1)).failed()).isOne();
    assertThat(before.difference(HostState.of(cluster.host(0)))).isEmpty();
  }

  /** The jar for Akka is a copy here that links, with other bytes. */
  @Test
  void eachHostGetsTheJarThatItsImageNeeds(@TempDir Path jars) throws IOException {
    cluster.start(HEALTHY, AKKA);
    Path akkaJar = jars.resolve("akka.jar");
    Files.copy(JAR, akkaJar);
    Command.output(
        Command.words("python3 -c"),
        "import zipfile; zipfile.ZipFile('%s', 'a').writestr('other', '')".formatted(akkaJar));
    String choice = "aquatope_jar_akka=" + akkaJar;

    Run without = playbook.preflight("--extra-vars", "aquatope_jar_akka=/nowhere/akka.jar");
    assertThat(without.status()).isNotZero();
    assertThat(without.output()).contains("/nowhere/akka.jar is not there");
    assertThat(without.of(cluster.host(0)).failed()).isZero();
    assertThat(without.of(cluster.host(1)).failed()).isOne();

    Run changed =
        playbook.preflight("--extra-vars", choice, "--extra-vars", "aquatope_jar_akka_sha256=0123");
    assertThat(changed.status()).isNotZero();
    assertThat(changed.output()).contains("akka.jar has the checksum", "expected 0123");

    Run run = playbook.deploy("--extra-vars", choice);
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(cluster.host(0).checksum(JAR_IN_IMAGE)).isEqualTo(checksum(JAR));
    assertThat(cluster.host(1).checksum(JAR_IN_IMAGE))
        .isEqualTo(checksum(akkaJar))
        .isNotEqualTo(checksum(JAR));
  }

  @Test
  void imagesThatDoNotSayWhichJarTheyNeedAreRefused() {
    cluster.start(BOTH_ACTORS, NO_ACTORS);

    Run run = playbook.preflight();

    assertThat(run.status()).isNotZero();
    assertThat(run.output())
        .contains("akka-actor_2.12-2.6.12.jar", "/invoker/lib/pekko-actor_")
        .contains("found neither");
    assertThat(run.of(cluster.host(0)).failed()).isOne();
    assertThat(run.of(cluster.host(1)).failed()).isOne();
  }

  private static String checksum(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }

  @Test
  void nothingChangesWhereAHostIsNotReached() {
    cluster.start(HEALTHY, UNREACHABLE);
    HostState before = HostState.of(cluster.host(0));
    HostState beforeOfOther = HostState.of(cluster.host(1));

    Run run = playbook.deploy();

    assertThat(run.status()).isNotZero();
    assertThat(run.of(cluster.host(1)).unreachable()).isOne();
    assertThat(run.of(cluster.host(0)).changed()).isZero();
    assertThat(before.difference(HostState.of(cluster.host(0)))).isEmpty();
    assertThat(beforeOfOther.difference(HostState.of(cluster.host(1)))).isEmpty();

    Run without = playbook.preflight("--limit", "all:!" + cluster.host(1).name());
    assertThat(without.status()).as(without.output()).isZero();
  }

  @Test
  void aHostWhoseActivationsFailIsUndoneAndEndsTheRollout() {
    cluster.start(HEALTHY, FAILS_ACTIVATIONS, HEALTHY);
    HostState failingBefore = HostState.of(cluster.host(1));
    HostState lastBefore = HostState.of(cluster.host(2));

    Run run = playbook.deploy("--extra-vars", "{aquatope_serial: 1}");

    assertThat(run.status()).isNotZero();
    assertThat(run.output()).contains("is as it was: Run an activation on this host");
    assertThat(run.of(cluster.host(0)).failed()).isZero();
    assertThat(cluster.host(0).environment()).containsEntry(MODE, "observe");
    assertThat(run.of(cluster.host(1)).rescued()).isOne();
    assertThat(failingBefore.difference(HostState.of(cluster.host(1)))).isEmpty();
    assertThat(run.of(cluster.host(2)).changed()).isZero();
    assertThat(lastBefore.difference(HostState.of(cluster.host(2)))).isEmpty();
  }

  @Test
  void aCanaryThatDoesNotStartIsUndone() {
    cluster.start(FAILS_TO_START, HEALTHY);
    HostState before = HostState.of(cluster.host(0));

    Run run = playbook.deploy();

    assertThat(run.status()).isNotZero();
    assertThat(run.output()).contains("is as it was: Wait until the invoker answers");
    assertThat(run.of(cluster.host(0)).rescued()).isOne();
    assertThat(before.difference(HostState.of(cluster.host(0)))).isEmpty();
    assertThat(cluster.host(1).environment()).doesNotContainKey(MODE);
  }

  @Test
  void aFailedUpdateLeavesTheFormerPluginAndADeadInvokerCanBeRolledBack() {
    cluster.start(HEALTHY);
    HostState before = HostState.of(cluster.host(0));
    assertThat(playbook.deploy().status()).isZero();
    HostState deployed = HostState.of(cluster.host(0));

    Run update = playbook.deploy("--extra-vars", "{aquatope_extra_env: {STANDIN_FAILS: ping}}");

    assertThat(update.status()).isNotZero();
    assertThat(update.output()).contains("is as it was: Wait until the invoker answers");
    assertThat(update.of(cluster.host(0)).rescued()).isOne();
    assertThat(deployed.difference(HostState.of(cluster.host(0)))).isEmpty();

    Command.output("docker stop --time 1 " + cluster.host(0).invoker());
    assertThat(playbook.rollback().status()).isZero();
    assertThat(before.difference(HostState.of(cluster.host(0)))).isEmpty();
  }

  @Test
  void withTheSchedulerTheStatusPagesAreAroundItsServer() {
    cluster.start(SCHEDULER_BASED);
    SimulatedHost host = cluster.host(0);
    HostState before = HostState.of(host);

    Run nothingToDo = playbook.preflight("--extra-vars", "aquatope_pool=false");
    assertThat(nothingToDo.status()).isNotZero();
    assertThat(nothingToDo.output()).contains("aquatope_cpu_limits are both off");

    Run run =
        playbook.deploy(
            "--extra-vars",
            "{scheduler_enable: true, aquatope_cpu_limits: true,"
                + " aquatope_cpu_rules: [{actions: 'guest/*', cores: 0.5}]}");
    assertThat(run.status()).as(run.output()).isZero();
    assertThat(host.environment())
        .containsAllEntriesOf(
            Map.of(
                PROVIDER,
                "io.aquatope.invoker.AquatopeInvokerProvider",
                "CONFIG_whisk_spi_InvokerServerProvider",
                "io.aquatope.invoker.AquatopeInvokerServerProvider",
                "CONFIG_whisk_aquatope_status_delegate",
                "org.apache.openwhisk.core.invoker.FPCInvokerServer",
                "CONFIG_whisk_spi_ContainerFactoryProvider",
                "io.aquatope.cpu.CpuLimitContainerFactoryProvider",
                "CONFIG_whisk_aquatope_cpu_limitsFile",
                "/aquatope/cpu-limits.json"));
    assertThat(host.read("/aquatope/cpu-limits.json"))
        .isEqualToIgnoringWhitespace("{\"limits\": [{\"actions\": \"guest/*\", \"cores\": 0.5}]}");
    assertThat(run.output()).contains("invoker_plugins", "/tasks/openwhisk");

    assertThat(playbook.rollback().status()).isZero();
    assertThat(before.difference(HostState.of(host))).isEmpty();
  }

  @Test
  void anInvokerWhoseSchedulerIsOnlyHalfOffIsRefused() {
    cluster.start(SCHEDULER_HALF_OFF, SCHEDULER_BASED);

    Run run = playbook.preflight("--extra-vars", "aquatope_cpu_limits=true");

    assertThat(run.status()).isNotZero();
    assertThat(run.output()).contains("set controller_loadbalancer_spi");
    assertThat(run.of(cluster.host(0)).failed()).isOne();
    assertThat(run.of(cluster.host(1)).failed()).isZero();
  }

  @Test
  void whatOpenWhisksPlaybooksMakeAnewIsTakenAsItIs() {
    cluster.start(HEALTHY);
    SimulatedHost host = cluster.host(0);
    assertThat(playbook.deploy().status()).isZero();

    host.redeploy(host.environment(), host.volumes().subList(1, 2));
    assertThat(playbook.deploy().of(host)).isEqualTo(Recap.UNCHANGED);
    Run back = playbook.rollback();
    assertThat(back.output()).contains("take it out of the group variables");
    assertThat(back.of(host).changed()).isZero();

    host.redeploy();
    JsonNode without = host.inspect();
    assertThat(playbook.deploy().of(host).changed()).isPositive();
    assertThat(host.environment()).containsEntry(MODE, "observe");
    assertThat(playbook.rollback().status()).isZero();
    assertThat(host.inspect().get("Id")).isEqualTo(without.get("Id"));
    assertThat(host.containers()).containsExactly(host.invoker());
  }

  @Test
  void aRolloutThatWasBrokenOffIsRolledBack() {
    cluster.start(HEALTHY);
    HostState before = HostState.of(cluster.host(0));
    cluster.host(0).breakOffRollout();

    assertThat(playbook.preflight().output()).contains("run rollback.yml");
    Run run = playbook.rollback();

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.of(cluster.host(0)).changed()).isPositive();
    assertThat(before.difference(HostState.of(cluster.host(0)))).isEmpty();
  }
}
