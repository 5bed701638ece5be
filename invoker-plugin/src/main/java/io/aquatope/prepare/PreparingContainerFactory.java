/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.StartKind;
import io.aquatope.whisk.ContainerRequest;
import io.aquatope.whisk.ForwardingContainerFactory;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Creates containers with another factory, or takes them from a reserve. */
final class PreparingContainerFactory extends ForwardingContainerFactory {

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
    super(delegate);
    this.reserve = reserve;
    this.startTicking = startTicking;
    this.context = context;
  }

  @Override
  protected Future<Container> create(
      ContainerRequest recipe, String name, TransactionMetadata transid) {
    long orderedMicros = reserve.nowMicros();
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
    return super.create(recipe, name, transid)
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
  public void init() {
    super.init();
    startTicking.run();
  }

  /** The other factory removes all containers of this invoker, those in the reserve included. */
  @Override
  public void cleanup() {
    reserve.close();
    super.cleanup();
  }
}
