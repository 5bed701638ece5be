/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import io.aquatope.cpu.limit.CpuDecisions;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.LimitInForce;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.jspecify.annotations.Nullable;

/**
 * Where the rest of the plugin meets the CPU limits of this invoker: decisions of the optimiser go
 * in, observations come out. OpenWhisk makes its plug-ins apart from each other, so there is one
 * for the process. Safe for use by several threads.
 */
public final class CpuControl {

  private static final CpuControl THIS_INVOKER = new CpuControl();

  private final CpuDecisions decisions = new CpuDecisions();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final List<StageObserver> observers = new CopyOnWriteArrayList<>();

  private volatile @Nullable CpuAdmission admission;
  private volatile @Nullable Function<ExecutableWhiskAction, LimitInForce> limits;

  /** Hears of decisions. */
  interface Follower {

    /** The decision of an action is another one than before, or there is none any more. */
    void decided(String action);

    /** The same for want of room. */
    default void dropped(String action) {
      decided(action);
    }
  }

  CpuControl() {}

  /** The one of this process. */
  public static CpuControl ofThisInvoker() {
    return THIS_INVOKER;
  }

  /**
   * Gives all containers of an action a limit, those that run included, whatever its developer or
   * the operator set.
   *
   * @param action its fully qualified name without version, for example {@code guest/video/encode}
   */
  public void decide(String action, CpuLimit limit) {
    Optional<String> dropped = decisions.decide(action, limit);
    followers.forEach(follower -> follower.decided(action));
    dropped.ifPresent(other -> followers.forEach(follower -> follower.dropped(other)));
  }

  /** Returns an action to what its developer and the operator set. */
  public void withdraw(String action) {
    decisions.withdraw(action);
    followers.forEach(follower -> follower.decided(action));
  }

  /** Has an observer told of all activations from now on. */
  public void subscribe(StageObserver observer) {
    observers.add(observer);
  }

  /** How activations are to be admitted by CPU, if they are; known once there is a factory. */
  public Optional<CpuAdmission> admission() {
    return Optional.ofNullable(admission);
  }

  /** The limit that a container of an action should have now; known once there is a factory. */
  public Optional<LimitInForce> limitOf(ExecutableWhiskAction action) {
    return Optional.ofNullable(limits).map(known -> known.apply(action));
  }

  void answerBy(Function<ExecutableWhiskAction, LimitInForce> known) {
    limits = known;
  }

  void admitBy(CpuAdmission rule) {
    admission = rule;
  }

  CpuDecisions decisions() {
    return decisions;
  }

  void follow(Follower follower) {
    followers.add(follower);
  }

  /**
   * Tells all observers, whatever one of them throws: an Error that got back to OpenWhisk's
   * dispatcher would end the invoker.
   *
   * @param failed hears of that
   */
  void observed(StageMeasurement observation, Consumer<Throwable> failed) {
    for (StageObserver observer : observers) {
      try {
        observer.observed(observation);
      } catch (RuntimeException | Error e) {
        failed.accept(e);
      }
    }
  }
}
