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
 * Connection of the other modules to the CPU limits of this invoker. It receives decisions of the
 * optimiser and hands observations to subscribers. OpenWhisk creates its service providers
 * independently of each other, so they share one instance per process. Safe for use by several
 * threads.
 */
public final class CpuControl {

  private static final CpuControl THIS_INVOKER = new CpuControl();

  private final CpuDecisions decisions = new CpuDecisions();
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final List<StageObserver> observers = new CopyOnWriteArrayList<>();

  private volatile @Nullable CpuAdmission admission;
  private volatile @Nullable Function<ExecutableWhiskAction, LimitInForce> limits;

  /** Receives changes of decisions. */
  interface Follower {

    /** The decision of an action has changed or was withdrawn. */
    void decided(String action);

    /** The decision of an action was dropped because there were too many. */
    default void dropped(String action) {
      decided(action);
    }
  }

  CpuControl() {}

  /** The instance of this process. */
  public static CpuControl ofThisInvoker() {
    return THIS_INVOKER;
  }

  /**
   * Gives all containers of an action a limit, including running ones. It overrides the limits of
   * the action's developer and the operator.
   *
   * @param action its fully qualified name without version, for example {@code guest/video/encode}
   */
  public void decide(String action, CpuLimit limit) {
    Optional<String> dropped = decisions.decide(action, limit);
    followers.forEach(follower -> follower.decided(action));
    dropped.ifPresent(other -> followers.forEach(follower -> follower.dropped(other)));
  }

  /** Returns an action to the limits of its developer and the operator. */
  public void withdraw(String action) {
    decisions.withdraw(action);
    followers.forEach(follower -> follower.decided(action));
  }

  /** Reports all activations to an observer from now on. */
  public void subscribe(StageObserver observer) {
    observers.add(observer);
  }

  /** The rule to admit activations by CPU, if they are; known once a factory exists. */
  public Optional<CpuAdmission> admission() {
    return Optional.ofNullable(admission);
  }

  /** The limit that a container of an action should have now; known once a factory exists. */
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
   * Reports to all observers, whatever one of them throws: an Error that reached OpenWhisk's
   * dispatcher would end the invoker.
   *
   * @param failed receives what an observer throws
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
