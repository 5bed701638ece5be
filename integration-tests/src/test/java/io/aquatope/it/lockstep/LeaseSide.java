/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.pool.policy.LeasePolicy;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** This project's pool under the policy {@code openwhisk}, which is given leases. */
final class LeaseSide implements ContainerDriver {

  private final List<Order<ContainerId>> orders = new ArrayList<>();
  private final ContainerPool pool;
  private long nowMicros;

  /**
   * @param stemCells how many stem cells of {@code stemCellMb} MB there are to be
   */
  LeaseSide(int memoryMb, int stemCells, int stemCellMb) {
    List<StemCellSettings> cells =
        stemCells == 0
            ? List.of()
            : List.of(
                new StemCellSettings(new StemCell(LockstepFunction.KIND, stemCellMb), stemCells));
    PolicySettings settings =
        PolicySettings.DEFAULT.withKeepAlive(Duration.ofDays(1000)).withStemCells(cells);
    pool =
        new ContainerPool(
            memoryMb,
            CpuSlots.OFF,
            new LeasePolicy(PolicyRegistry.standard().parse("openwhisk").create(settings)),
            this,
            PoolListener.NONE);
    pool.start(++nowMicros);
  }

  private record Numbered(int number, FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return number;
    }
  }

  /** Whether the lease was placed. */
  boolean offer(int lease, LockstepFunction function) {
    return pool.offer(new Numbered(lease, function.spec()), ++nowMicros) != null;
  }

  /** Whether the lease whose container could not be resumed was placed again. */
  boolean resumeFailed(ContainerId lost, int lease, LockstepFunction function) {
    return pool.offerAgain(lost, new Numbered(lease, function.spec()), ++nowMicros) != null;
  }

  void fetched(ContainerId container, LockstepFunction function) {
    pool.fetched(container, new Numbered(0, function.spec()), StartKind.WARM, ++nowMicros);
  }

  void paused(ContainerId container) {
    pool.completed(container, ++nowMicros);
  }

  void stemCellReady(ContainerId container) {
    pool.stemCellReady(container, ++nowMicros);
  }

  void removed(ContainerId container) {
    pool.removed(container, true, ++nowMicros);
  }

  long usedMb() {
    return pool.view().usedMb();
  }

  /** As it is told to the scheduler. */
  long freeMb() {
    return pool.view().memoryMb() - pool.view().busyMb();
  }

  List<Order<ContainerId>> takeOrders() {
    List<Order<ContainerId>> taken = List.copyOf(orders);
    orders.clear();
    return taken;
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    orders.add(new Order.StemCellStarted<>(container));
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    throw new AssertionError("OpenWhisk's policy prepares nothing");
  }

  @Override
  public void run(ContainerId container, Activation lease, StartKind start) {
    orders.add(new Order.Given<>(container, ((Numbered) lease).number()));
  }

  @Override
  public void remove(ContainerId container) {
    orders.add(new Order.Removed<>(container));
  }
}
