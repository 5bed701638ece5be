/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private final List<StageObserver> observers = new CopyOnWriteArrayList<>();

  private volatile @Nullable CpuAdmission admission;
  private volatile @Nullable Function<ExecutableWhiskAction, LimitInForce> limits;

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
    decisions.decide(action, limit);
    followers.forEach(Runnable::run);
  }

  /** Returns an action to what its developer and the operator set. */
  public void withdraw(String action) {
    decisions.withdraw(action);
    followers.forEach(Runnable::run);
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

  void follow(Runnable follower) {
    followers.add(follower);
  }

  void observed(StageObservation observation) {
    observers.forEach(observer -> observer.observed(observation));
  }
}
