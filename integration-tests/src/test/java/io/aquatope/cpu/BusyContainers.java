/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** Containers on a real engine that idle or burn CPU, and what the kernel says of them. */
final class BusyContainers implements AutoCloseable {

  /** A limit that is not set. */
  static final double UNLIMITED = -1;

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final int MOST_CPU_SHARES = 262_144;
  private static final String BURN = "while :; do :; done & while :; do :; done";
  private static final String IDLE = "exec sleep infinity";

  private final DockerClient docker = DockerClientFactory.instance().client();
  private final String image =
      new ImageFromDockerfile("aquatope/burn:test", false)
          .withDockerfileFromBuilder(
              file -> file.from("debian:bookworm-slim").cmd("sleep", "infinity"))
          .get();
  private final List<String> containers = new ArrayList<>();

  /** Two processes that never rest, so that up to two cores are used. */
  String burning(Optional<CpuLimit> limit) {
    return start(HostConfig.newHostConfig(), limit, BURN);
  }

  /**
   * The same, before all others on the machine where the engine lets it: then nothing but its limit
   * holds it back, however busy the machine is.
   */
  String burningFirst(Optional<CpuLimit> limit) {
    HostConfig host = HostConfig.newHostConfig().withCpuShares(MOST_CPU_SHARES);
    boolean atTheRoot = "cgroupfs".equals(docker.infoCmd().exec().getCGroupDriver());
    return start(atTheRoot ? host.withCgroupParent("/") : host, limit, BURN);
  }

  String idle(Optional<CpuLimit> limit) {
    return start(HostConfig.newHostConfig(), limit, IDLE);
  }

  /** With a quota of 100 ms in the engine's older notation, which OpenWhisk does not use. */
  String idleWithQuota(Duration quota) {
    return start(
        HostConfig.newHostConfig().withCpuQuota(quota.toNanos() / 1000), Optional.empty(), IDLE);
  }

  private String start(HostConfig host, Optional<CpuLimit> limit, String script) {
    limit.ifPresent(cpus -> host.withNanoCPUs(cpus.nanoCpus()));
    try (CreateContainerCmd create = docker.createContainerCmd(image)) {
      String id =
          create.withHostConfig(host.withInit(true)).withCmd("sh", "-c", script).exec().getId();
      containers.add(id);
      docker.startContainerCmd(id).exec();
      return id;
    }
  }

  void pause(String container) {
    docker.pauseContainerCmd(container).exec();
  }

  void unpause(String container) {
    docker.unpauseContainerCmd(container).exec();
  }

  void remove(String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).exec();
    } catch (NotFoundException e) {
      // Already gone, which is what was wanted.
    }
  }

  /** The quota in cores, as the kernel has it. */
  double quota(String container) {
    List<String> words =
        WORDS.splitToList(
            run(
                container,
                "cd /sys/fs/cgroup; cat cpu.max 2>/dev/null"
                    + " || cat cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us"));
    return words.get(0).equals("max") || words.get(0).equals("-1")
        ? UNLIMITED
        : Double.parseDouble(words.get(0)) / Double.parseDouble(words.get(1));
  }

  /** What a container has used and how often its quota has been renewed, both since its start. */
  record Counters(Duration used, long periods, long throttledPeriods) {}

  Counters counters(String container) {
    String text =
        run(
            container,
            "cd /sys/fs/cgroup; if [ -e cpu.max ]; then cat cpu.stat;"
                + " else cat cpu/cpu.stat; echo usage_nsec $(cat cpuacct/cpuacct.usage); fi");
    return new Counters(
        text.contains("usage_nsec")
            ? Duration.ofNanos(field(text, "usage_nsec"))
            : Duration.ofNanos(1000 * field(text, "usage_usec")),
        field(text, "nr_periods"),
        field(text, "nr_throttled"));
  }

  private static long field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).trim()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in:\n" + text));
  }

  private String run(String container, String script) {
    String exec =
        docker
            .execCreateCmd(container)
            .withAttachStdout(true)
            .withCmd("sh", "-c", script)
            .exec()
            .getId();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      docker
          .execStartCmd(exec)
          .exec(
              new ResultCallback.Adapter<Frame>() {
                @Override
                public void onNext(Frame frame) {
                  output.writeBytes(frame.getPayload());
                }
              })
          .awaitCompletion();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return output.toString(UTF_8);
  }

  @Override
  public void close() {
    containers.forEach(this::remove);
    docker.removeImageCmd(image).withForce(true).exec();
  }
}
