/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.prepare.container.PreparedContainer;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRun;
import io.aquatope.whisk.ForwardingContainer;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerHealthError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.dispatch.Futures;
import org.jspecify.annotations.Nullable;
import scala.Some;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * A container as its proxy sees it. It tells {@code /init} which action it is for, which the proxy
 * does not, so that the CPU limit is known without a look into the store. A container that has run
 * no code of a call need not end with its proxy: it can be handed back to the pool.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class LeasedContainer extends ForwardingContainer {

  private final Container inner;
  private final Supplier<Optional<ExecutableWhiskAction>> action;
  private final Promise<Container> released = Futures.promise();

  @GuardedBy("this")
  private boolean used;

  @GuardedBy("this")
  private boolean kept;

  @GuardedBy("this")
  private @Nullable Future<BoxedUnit> ended;

  /**
   * @param action that the container is leased for, once it is
   */
  LeasedContainer(Container inner, Supplier<Optional<ExecutableWhiskAction>> action) {
    this.inner = inner;
    this.action = action;
  }

  @Override
  protected Container inner() {
    return inner;
  }

  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    use();
    return super.initialize(asked.entity().isEmpty() ? withAction(asked) : asked, transid)
        .transformWith(
            done -> done.isSuccess() ? Futures.successful(done.get()) : failed(done, transid),
            ec());
  }

  /**
   * A proxy puts the activation back into its queue if the container's health is the reason. So
   * does the loss of a prepared container: another invoker may have a container for the call.
   */
  private Future<Interval> failed(Try<Interval> done, TransactionMetadata transid) {
    return Futures.failed(
        inner instanceof PreparedContainer prepared && prepared.isLost()
            ? new ContainerHealthError(transid, containerId().asString())
            : done.failed().get());
  }

  private ContainerInitialisation withAction(ContainerInitialisation asked) {
    return action
        .get()
        .map(
            known ->
                new ContainerInitialisation(
                    asked.initializer(),
                    asked.timeout(),
                    asked.maxConcurrent(),
                    new Some<>(known.toWhiskAction())))
        .orElse(asked);
  }

  @Override
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun asked, TransactionMetadata transid) {
    use();
    return super.run(asked, transid);
  }

  private synchronized void use() {
    used = true;
  }

  /** Resumes the container ahead of its first call, if it was prepared and paused. */
  void wake() {
    if (inner instanceof PreparedContainer prepared) {
      prepared.wake();
    }
  }

  /**
   * Keeps the container when its proxy destroys it, if it has run no code of a call.
   *
   * @return whether it is kept
   */
  synchronized boolean keep() {
    kept = !used && ended == null;
    return kept;
  }

  /** The kept container, when its proxy has let it go. */
  Future<Container> released() {
    return released.future();
  }

  /** A proxy may ask twice, for example when it fails while it ends. */
  @Override
  public synchronized Future<BoxedUnit> destroy(TransactionMetadata transid) {
    Future<BoxedUnit> before = ended;
    if (before != null) {
      return before;
    }
    Future<BoxedUnit> ending;
    if (kept) {
      ending = Futures.successful(BoxedUnit.UNIT);
      var unused = released.trySuccess(inner);
    } else {
      ending = inner.destroy(transid);
    }
    ended = ending;
    return ending;
  }
}
