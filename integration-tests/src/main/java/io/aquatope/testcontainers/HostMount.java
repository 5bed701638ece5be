/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * A file or folder of the engine's machine that is mounted in a container. Testcontainers' own
 * methods are not used: they first try mounts in a container of an image of their own.
 *
 * @param path on the machine of the engine
 * @param place in the container
 */
record HostMount(String path, String place, AccessMode mode) {

  void mountIn(CreateContainerCmd create) {
    HostConfig host = requireNonNull(create.getHostConfig());
    List<Bind> binds = new ArrayList<>(List.of(host.getBinds()));
    binds.add(new Bind(path, new Volume(place), mode));
    host.withBinds(binds);
  }
}
