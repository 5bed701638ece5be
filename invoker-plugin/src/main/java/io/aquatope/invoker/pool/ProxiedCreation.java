/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.whisk.ContainerRequest;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Function7;
import scala.Function8;
import scala.Option;
import scala.concurrent.Future;

/** Creation of a container for a container proxy, in both forms that OpenWhisk's proxies take. */
@FunctionalInterface
public interface ProxiedCreation {

  Future<Container> create(ContainerRequest request, String name, TransactionMetadata transid);

  /** The function of proxies that pass a CPU limit. */
  default Function8<
          TransactionId,
          String,
          ExecManifest$ImageName,
          Object,
          ByteSize,
          Object,
          Option<Object>,
          Option<ExecutableWhiskAction>,
          Future<Container>>
      withCpuLimit(ContainerSource containers) {
    return (tid, name, image, userProvided, memory, cpuShares, cpuLimit, action) ->
        create(
            containers.request(
                image, (Boolean) userProvided, memory, (Integer) cpuShares, cpuLimit, action),
            name,
            tid.meta());
  }

  /** The function of proxies that pass no CPU limit. */
  default Function7<
          TransactionId,
          String,
          ExecManifest$ImageName,
          Object,
          ByteSize,
          Object,
          Option<ExecutableWhiskAction>,
          Future<Container>>
      withoutCpuLimit(ContainerSource containers) {
    return (tid, name, image, userProvided, memory, cpuShares, action) ->
        create(
            containers.request(
                image, (Boolean) userProvided, memory, (Integer) cpuShares, Option.empty(), action),
            name,
            tid.meta());
  }
}
