/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.ContainerRequest;
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
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Creates containers with another factory, or takes them from a reserve. */
final class PreparingContainerFactory implements ContainerFactory {

  private final ContainerFactory delegate;
  private final FactoryReserve reserve;
  private final Runnable startTicking;
  private final ExecutionContext context;

  /**
   * @param startTicking starts the timer of the reserve
   */
  PreparingContainerFactory(
      ContainerFactory delegate,
      FactoryReserve reserve,
      Runnable startTicking,
      ExecutionContext context) {
    this.delegate = delegate;
    this.reserve = reserve;
    this.startTicking = startTicking;
    this.context = context;
  }

  @Override
  public Future<Container> createContainer(
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
    long orderedMicros = reserve.nowMicros();
    ContainerRequest recipe =
        new ContainerRequest(
            actionImage, userProvidedImage, memory, cpuShares, cpuLimit, action, config, logging);
    boolean stemCell = ContainerNames.isStemCell(name);
    Optional<ReserveEntry<ReservedContainer>> kept =
        stemCell ? Optional.empty() : reserve.byName(recipe, name);
    if (kept.isPresent()) {
      return Future$.MODULE$.successful(
          new ServedContainer(
              reserve,
              recipe,
              kept.get().container().ready(),
              StartKind.CREATED,
              orderedMicros,
              kept.get()));
    }
    return recipe
        .create(delegate, name, tid)
        .map(
            container ->
                new ServedContainer(
                    reserve,
                    recipe,
                    reserve.fresh(container),
                    stemCell ? StartKind.STEM_CELL : StartKind.COLD,
                    orderedMicros,
                    null),
            context);
  }

  @Override
  public Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging) {
    return createContainer(
        tid,
        name,
        actionImage,
        userProvidedImage,
        memory,
        cpuShares,
        cpuLimit,
        Option.empty(),
        config,
        logging);
  }

  @Override
  public void init() {
    delegate.init();
    startTicking.run();
  }

  /** The other factory removes all containers of this invoker, those in the reserve included. */
  @Override
  public void cleanup() {
    reserve.close();
    delegate.cleanup();
  }
}
