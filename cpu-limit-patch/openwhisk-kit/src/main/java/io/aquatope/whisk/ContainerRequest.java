/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.Future;

/**
 * OpenWhisk's request for a container, which can be repeated to create equal ones.
 *
 * @param userProvided whether the image is the developer's own
 * @param cpuLimit in cores; ignored if the factories of this OpenWhisk take none
 * @param action empty if OpenWhisk does not pass the action
 */
public record ContainerRequest(
    ExecManifest$ImageName image,
    boolean userProvided,
    ByteSize memory,
    int cpuShares,
    Option<Object> cpuLimit,
    Option<ExecutableWhiskAction> action,
    WhiskConfig config,
    Logging logging) {

  /** Creates another container with a factory. */
  public Future<Container> create(
      ContainerFactory factory, String name, TransactionMetadata transid) {
    return CreationSignature.INSTALLED.create(factory, this, name, transid);
  }

  /** The action that it is for, if OpenWhisk passes it. */
  public Optional<ExecutableWhiskAction> executable() {
    return action.isEmpty() ? Optional.empty() : Optional.of(action.get());
  }

  /** The same request with another CPU limit, in cores. */
  public ContainerRequest withCpuLimit(double cores) {
    return withCpuLimit(Option.apply(cores));
  }

  ContainerRequest withCpuLimit(Option<Object> cores) {
    return new ContainerRequest(
        image, userProvided, memory, cpuShares, cores, action, config, logging);
  }

  /** The same request for an action. */
  public ContainerRequest forAction(Option<ExecutableWhiskAction> other) {
    return new ContainerRequest(
        image, userProvided, memory, cpuShares, cpuLimit, other, config, logging);
  }

  public int memoryMb() {
    return Math.toIntExact(memory.toMB());
  }

  /** Whether containers of both requests are interchangeable, as long as none is initialised. */
  public boolean isLike(ContainerRequest other) {
    return image.equals(other.image)
        && userProvided == other.userProvided
        && memoryMb() == other.memoryMb();
  }
}
