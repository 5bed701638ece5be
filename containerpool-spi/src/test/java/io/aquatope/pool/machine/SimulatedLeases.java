/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.SimulatedLeaseProxy.Message;
import io.aquatope.pool.machine.SimulatedLeaseProxy.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * An invoker under OpenWhisk's scheduler, around a pool: creation messages that are acknowledged,
 * keys of prepared containers, and proxies that work and fail at random. The driver's orders fail
 * at random too.
 */
final class SimulatedLeases implements ContainerDriver {

  /** A creation message. */
  record Creation(long number, FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return number;
    }
  }

  /** A failure that the test has made. */
  static final class OrderFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final SplittableRandom random;
  private final List<FunctionSpec> functions;

  /** The proxies that the driver knows, by container. */
  private final Map<Long, SimulatedLeaseProxy> proxies = new TreeMap<>();

  /** Proxies that are not assigned to a container any more and have not stopped. */
  private final List<SimulatedLeaseProxy> former = new ArrayList<>();

  private final Set<ContainerId> inAccount = new HashSet<>();
  private final Map<ContainerId, Creation> pending = new HashMap<>();
  private final Set<Creation> placedAgain = new HashSet<>();
  private final Map<Creation, Integer> acknowledged = new HashMap<>();
  private final Set<ContainerId> leased = new HashSet<>();
  private final Set<ContainerId> keys = new HashSet<>();
  private final Map<ContainerId, FunctionSpec> preparing = new HashMap<>();
  private final List<FunctionSpec> possible = new ArrayList<>();
  private ContainerPool pool;
  private long creations;
  private final Multiset<StartKind> starts = EnumMultiset.create(StartKind.class);
  private long handedBack;

  @SuppressWarnings("NullAway.Init") // the pool is attached before the first event
  SimulatedLeases(long seed, List<FunctionSpec> functions) {
    this.random = new SplittableRandom(seed);
    this.functions = functions;
  }

  void attach(ContainerPool attached) {
    pool = attached;
  }

  Set<ContainerId> inAccount() {
    return inAccount;
  }

  Set<ContainerId> leased() {
    return leased;
  }

  Set<ContainerId> keys() {
    return keys;
  }

  long creations() {
    return creations;
  }

  /** How often a lease began with each kind of start. */
  Multiset<StartKind> starts() {
    return starts;
  }

  long handedBack() {
    return handedBack;
  }

  Map<Creation, Integer> acknowledged() {
    return acknowledged;
  }

  boolean isQuiet() {
    return proxies.isEmpty() && former.isEmpty();
  }

  /** Whether a lease's container has a proxy that can still report. */
  boolean isLive(ContainerId id) {
    return proxies.containsKey(id.number());
  }

  /** Something happens. */
  void happen(long now, boolean withCreations) {
    if (withCreations && random.nextInt(10) == 0) {
      create(now);
      return;
    }
    List<SimulatedLeaseProxy> all = new ArrayList<>(proxies.values());
    all.addAll(former);
    if (all.isEmpty()) {
      return;
    }
    SimulatedLeaseProxy proxy = all.get(random.nextInt(all.size()));
    proxy.step();
    if (random.nextBoolean()) {
      Message message = proxy.message();
      if (message != null) {
        receive(proxy, message, now);
      }
    }
    if (proxy.hasStopped()) {
      former.remove(proxy);
    }
  }

  /** An update makes a container outdated, or an operator drains one. */
  void retireAny(long now) {
    if (!inAccount.isEmpty()) {
      List<ContainerId> ids = new ArrayList<>(inAccount);
      ids.sort((a, b) -> Long.compare(a.number(), b.number()));
      ContainerId id = ids.get(random.nextInt(ids.size()));
      if (!pool.retire(id, now) && random.nextBoolean()) {
        requireNonNull(proxies.get(id.number())).tell(Order.SHUTDOWN);
      }
    }
  }

  private void create(long now) {
    Creation creation = new Creation(++creations, functions.get(random.nextInt(functions.size())));
    try {
      StartKind start = pool.offer(creation, now);
      if (start == null) {
        acknowledge(creation);
      }
    } catch (OrderFailure e) {
      acknowledge(creation);
    }
  }

  private void acknowledge(Creation creation) {
    acknowledged.merge(creation, 1, Integer::sum);
  }

  private void receive(SimulatedLeaseProxy proxy, Message message, long now) {
    ContainerId id = new ContainerId(proxy.container);
    if (proxies.get(proxy.container) != proxy) {
      return; // Another proxy has the container by now, or the pool has forgotten it.
    }
    switch (message) {
      case READY_TO_WORK -> {
        if (preparing.remove(id) == null) {
          pool.stemCellReady(id, now);
        } else {
          pool.prepared(id, now);
        }
        announce(id);
      }
      case INITIALIZED, RESUMED -> {
        Creation creation = pending.remove(id);
        if (creation != null) {
          acknowledge(creation);
        }
      }
      case CREATION_FAILED -> {
        Creation creation = pending.remove(id);
        if (creation != null) {
          acknowledge(creation);
        }
      }
      case RESUME_FAILED -> settle(id, now);
      case PAUSED -> {
        leased.remove(id);
        pool.completed(id, now);
      }
      case REMOVED, REMOVED_BY_ORDER -> removed(proxy, id, message == Message.REMOVED, now);
      case TERMINATED -> {
        settle(id, now);
        gone(id);
        proxies.remove(proxy.container);
        pool.terminated(id, now);
      }
    }
  }

  private void removed(SimulatedLeaseProxy proxy, ContainerId id, boolean replace, long now) {
    if (proxy.handsBack() && inAccount.contains(id) && !pending.containsKey(id)) {
      handedBack++;
      former.add(proxy);
      proxies.put(proxy.container, SimulatedLeaseProxy.started(proxy.container, random));
      preparing.put(id, functions.get(0));
      leased.remove(id);
      pool.unused(id, now);
      return;
    }
    settle(id, now);
    gone(id);
    pool.removed(id, replace, now);
  }

  /** The container of a pending creation is lost: another one is tried once. */
  private void settle(ContainerId id, long now) {
    Creation creation = pending.remove(id);
    if (creation == null) {
      return;
    }
    gone(id);
    try {
      if (!placedAgain.add(creation)) {
        pool.removed(id, false, now);
        acknowledge(creation);
      } else if (pool.offerAgain(id, creation, now) == null) {
        acknowledge(creation);
      }
    } catch (OrderFailure e) {
      acknowledge(creation);
    }
  }

  private void gone(ContainerId id) {
    leased.remove(id);
    inAccount.remove(id);
    keys.remove(id);
    preparing.remove(id);
  }

  /** Puts the key of a container that is prepared and not bound. */
  private void announce(ContainerId id) {
    PooledContainer container = ((PoolState) pool.view()).find(id);
    if (container != null && container.isPrepared()) {
      keys.add(id);
    }
  }

  private void mayFail() {
    if (random.nextInt(100) == 0) {
      throw new OrderFailure();
    }
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    add(container, SimulatedLeaseProxy.started(container.number(), random));
  }

  @Override
  public boolean canPrepare(FunctionSpec function) {
    boolean can = random.nextInt(3) > 0;
    if (can) {
      possible.add(function);
    }
    return can;
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    assertThat(possible.remove(function)).as("asked before %s is prepared", function).isTrue();
    preparing.put(container, function);
    add(container, SimulatedLeaseProxy.started(container.number(), random));
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    mayFail();
    Creation creation = (Creation) activation;
    keys.remove(container);
    if (start.isCold()) {
      add(container, SimulatedLeaseProxy.cold(container.number(), random));
    } else {
      requireNonNull(proxies.get(container.number()), "a proxy").tell(Order.INITIALIZE);
    }
    starts.add(start);
    assertThat(leased.add(container)).as("%s has one lease", container).isTrue();
    assertThat(pending.put(container, creation)).as("%s has one creation", container).isNull();
    assertThat(acknowledged).as("not acknowledged before").doesNotContainKey(creation);
    assertThat(inAccount).contains(container);
  }

  private void add(ContainerId container, SimulatedLeaseProxy proxy) {
    assertThat(proxies.put(container.number(), proxy)).as("%s is new", container).isNull();
    inAccount.add(container);
  }

  @Override
  public void remove(ContainerId container) {
    assertThat(leased).as("nothing in use is removed").doesNotContain(container);
    SimulatedLeaseProxy proxy = proxies.get(container.number());
    gone(container);
    if (proxy != null) {
      proxy.tell(Order.REMOVE);
    }
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
