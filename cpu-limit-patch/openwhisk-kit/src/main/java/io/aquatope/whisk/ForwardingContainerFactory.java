/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

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
 * A container factory that delegates all calls to another one. Decorators override the calls that
 * they change, and create containers by one method, with or without an action.
 */
public abstract class ForwardingContainerFactory implements ContainerFactory {

  private final ContainerFactory delegate;

  protected ForwardingContainerFactory(ContainerFactory delegate) {
    this.delegate = delegate;
  }

  /** Creates a container with a given name. */
  protected Future<Container> create(
      ContainerRequest request, String name, TransactionMetadata transid) {
    return request.create(delegate, name, transid);
  }

  @Override
  public final Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      Option<ExecutableWhiskAction> action,
      WhiskConfig config,
      Logging logging) {
    return create(
        new ContainerRequest(
            actionImage, userProvidedImage, memory, cpuShares, cpuLimit, action, config, logging),
        name,
        tid);
  }

  @Override
  public final Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimitOrAction,
      WhiskConfig config,
      Logging logging) {
    return create(
        CreationSignature.INSTALLED.withOption(
            plain(actionImage, userProvidedImage, memory, cpuShares, config, logging),
            cpuLimitOrAction),
        name,
        tid);
  }

  @Override
  public final Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      WhiskConfig config,
      Logging logging) {
    return create(
        plain(actionImage, userProvidedImage, memory, cpuShares, config, logging), name, tid);
  }

  private static ContainerRequest plain(
      ExecManifest$ImageName image,
      boolean userProvided,
      ByteSize memory,
      int cpuShares,
      WhiskConfig config,
      Logging logging) {
    return new ContainerRequest(
        image, userProvided, memory, cpuShares, Option.empty(), Option.empty(), config, logging);
  }

  @Override
  public void init() {
    delegate.init();
  }

  @Override
  public void cleanup() {
    delegate.cleanup();
  }
}
