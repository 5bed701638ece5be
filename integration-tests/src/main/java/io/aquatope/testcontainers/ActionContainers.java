/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The containers that invokers have created for actions, as the engine lists them. OpenWhisk names
 * them {@code wsk<invoker>_<number>_<namespace>_<action>}; the names keep letters, digits and the
 * other characters that Docker allows.
 */
public final class ActionContainers {

  private final DockerClient docker;
  private final Pattern invokers;

  /**
   * @param invokers matches the beginning of the names that these invokers give
   */
  ActionContainers(DockerClient docker, String invokers) {
    this.docker = docker;
    this.invokers = Pattern.compile("/" + invokers + "_\\d+_(.*)");
  }

  /** All containers, paused and ended ones included. */
  public List<Container> all() {
    return named(".*");
  }

  /** The containers of an action of the namespace guest; the latest first. */
  public List<Container> of(String action) {
    return of("guest", action);
  }

  /** The containers of an action of a namespace; the latest first. */
  public List<Container> of(String namespace, String action) {
    return named(Pattern.quote(namespace + "_" + action));
  }

  private List<Container> named(String rest) {
    return docker.listContainersCmd().withShowAll(true).exec().stream()
        .filter(
            container ->
                List.of(container.getNames()).stream()
                    .map(invokers::matcher)
                    .anyMatch(name -> name.matches() && name.group(1).matches(rest)))
        .toList();
  }

  /**
   * The CPU limit of a container in cores, or 0 if it has none; empty if the container has been
   * removed since it was listed.
   */
  public Optional<Double> cores(Container container) {
    return host(container).map(ActionContainers::cores);
  }

  private static double cores(HostConfig host) {
    Long nano = host.getNanoCPUs();
    Long quota = host.getCpuQuota();
    Long period = host.getCpuPeriod();
    if (nano != null && nano > 0) {
      return nano / 1e9;
    }
    return quota == null || period == null || quota <= 0 || period <= 0
        ? 0
        : (double) quota / period;
  }

  /**
   * The memory limit of a container in MB, or 0 if it has none; empty if the container has been
   * removed since it was listed.
   */
  public Optional<Long> memoryMb(Container container) {
    return host(container).map(host -> host.getMemory() == null ? 0 : host.getMemory() >> 20);
  }

  private Optional<HostConfig> host(Container container) {
    try {
      return Optional.of(docker.inspectContainerCmd(container.getId()).exec().getHostConfig());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** Kills a container and removes it, as if its machine had failed. */
  public void remove(Container container) {
    docker.removeContainerCmd(container.getId()).withForce(true).exec();
  }

  /** Kills the process in a container. */
  public void kill(Container container) {
    docker.killContainerCmd(container.getId()).exec();
  }
}
