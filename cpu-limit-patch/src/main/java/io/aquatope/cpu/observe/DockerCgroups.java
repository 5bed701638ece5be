/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the control groups of Docker's containers, under both of its cgroup drivers.
 *
 * @param root where the kernel's control groups are mounted, usually {@code /sys/fs/cgroup}
 */
public record DockerCgroups(Path root) {

  /** Empty if the machine's control groups are not visible, as in a container. */
  public Optional<Cgroup> of(String container) {
    List<String> places =
        List.of("docker/" + container, "system.slice/docker-" + container + ".scope");
    for (String place : places) {
      Path accounting = root.resolve("cpuacct").resolve(place);
      if (Files.exists(accounting.resolve("cpuacct.usage"))) {
        return Optional.of(
            new Cgroup.V1(
                accounting,
                root.resolve("cpu").resolve(place),
                root.resolve("memory").resolve(place)));
      }
      Path unified = root.resolve(place);
      if (Files.exists(unified.resolve("cpu.stat"))) {
        return Optional.of(new Cgroup.V2(unified));
      }
    }
    return Optional.empty();
  }
}
