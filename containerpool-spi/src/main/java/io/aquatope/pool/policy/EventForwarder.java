/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolEvents;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import java.util.function.Consumer;

/** Forwards each event of the pool to other policies. Subclasses decide to which ones, and how. */
abstract class EventForwarder implements PoolPolicy {

  /** Forwards an event: passes each receiver to it. */
  protected abstract void forward(Consumer<PoolEvents> event);

  @Override
  public void attached(PoolView pool) {
    forward(receiver -> receiver.attached(pool));
  }

  @Override
  public final void arrived(Activation activation, long nowMicros) {
    forward(receiver -> receiver.arrived(activation, nowMicros));
  }

  @Override
  public final void leased(Activation lease, long nowMicros) {
    forward(receiver -> receiver.leased(lease, nowMicros));
  }

  @Override
  public final void fetched(Activation activation, long nowMicros) {
    forward(receiver -> receiver.fetched(activation, nowMicros));
  }

  @Override
  public final void busyChanged(FunctionSpec function, long nowMicros) {
    forward(receiver -> receiver.busyChanged(function, nowMicros));
  }

  @Override
  public final void started(FunctionSpec function, StartKind start, long nowMicros) {
    forward(receiver -> receiver.started(function, start, nowMicros));
  }

  @Override
  public final void startTook(
      FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    forward(receiver -> receiver.startTook(function, start, delayMicros, nowMicros));
  }

  @Override
  public final void ended(Activation activation, long nowMicros) {
    forward(receiver -> receiver.ended(activation, nowMicros));
  }

  @Override
  public final void completed(FunctionSpec function, long nowMicros) {
    forward(receiver -> receiver.completed(function, nowMicros));
  }

  @Override
  public final void aborted(FunctionSpec function, long nowMicros) {
    forward(receiver -> receiver.aborted(function, nowMicros));
  }

  @Override
  public final void becameIdle(IdleContainer container, long nowMicros) {
    forward(receiver -> receiver.becameIdle(container, nowMicros));
  }

  @Override
  public final void evicted(IdleContainer container, long nowMicros) {
    forward(receiver -> receiver.evicted(container, nowMicros));
  }

  @Override
  public final void preparedLost(FunctionSpec function, long nowMicros) {
    forward(receiver -> receiver.preparedLost(function, nowMicros));
  }
}
