/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.PoolEvent.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a pool: a feed that sends no more than it was asked for, and containers that
 * work and fail at random. It checks each order against what it knows, and keeps a log of them.
 */
final class SimulatedInvoker implements ContainerDriver {

  /** How many activations the feed may send before the pool asks for more. */
  static final int FEED = 20;

  record Call(long number, FunctionSpec function) implements Activation {
    @Override
    public long root() {
      return number;
    }
  }

  private final SplittableRandom random;
  private final List<FunctionSpec> functions;
  private final Map<Long, SimulatedProxy> proxies = new TreeMap<>();
  private final Map<Long, FunctionId> owners = new HashMap<>();
  private final Deque<Activation> arrived = new ArrayDeque<>();
  private final Deque<Activation> handedBack = new ArrayDeque<>();
  private final Set<ContainerId> inAccount = new HashSet<>();
  private final Set<Activation> inContainers = new HashSet<>();
  private final List<String> log = new ArrayList<>();
  private long calls;
  private long ended;
  private int feed = FEED;
  private long nowMicros;

  SimulatedInvoker(long seed, List<FunctionSpec> functions) {
    this.random = new SplittableRandom(seed);
    this.functions = functions;
  }

  List<String> log() {
    return log;
  }

  int waiting() {
    return arrived.size() + handedBack.size();
  }

  /** Activations that the feed could send now. */
  int feed() {
    return feed;
  }

  /** No container has anything to do or to say, and no activation is anywhere. */
  boolean isQuiet() {
    return waiting() == 0
        && inContainers.isEmpty()
        && proxies.values().stream().allMatch(SimulatedProxy::isQuiet);
  }

  /**
   * The containers that take memory, as far as the pool can know: ordered, and neither ordered to
   * be removed nor reported to end.
   */
  Set<ContainerId> inAccount() {
    return inAccount;
  }

  boolean hasContainers() {
    return !proxies.isEmpty();
  }

  long calls() {
    return calls;
  }

  long ended() {
    return ended;
  }

  /** What happens next: some microseconds later, or when the pool wants to be woken up. */
  PoolEvent next(long wakeUpMicros, boolean withArrivals) {
    for (int idle = 0; idle < 1_000_000; idle++) {
      long then = nowMicros + random.nextLong(1, 200_000);
      if (wakeUpMicros <= then) {
        nowMicros = wakeUpMicros;
        return new PoolEvent(Kind.WAKE_UP, 0, null, nowMicros);
      }
      nowMicros = then;
      if (withArrivals && feed > 0 && random.nextInt(4) == 0) {
        return arrival();
      }
      if (!proxies.isEmpty()) {
        List<Long> ids = List.copyOf(proxies.keySet());
        PoolEvent event = step(ids.get(random.nextInt(ids.size())));
        if (event != null) {
          return event;
        }
      }
    }
    throw new AssertionError("nothing can happen any more, and " + waiting() + " still wait");
  }

  private PoolEvent arrival() {
    feed--;
    Call call = new Call(++calls, functions.get(random.nextInt(functions.size())));
    arrived.add(call);
    return new PoolEvent(Kind.SUBMIT, 0, call, nowMicros);
  }

  private @Nullable PoolEvent step(long id) {
    SimulatedProxy proxy = requireNonNull(proxies.get(id));
    if (random.nextBoolean()) {
      proxy.step();
    }
    if (random.nextBoolean()) {
      return null;
    }
    PoolEvent event = proxy.message(nowMicros);
    if (proxy.hasStopped()) {
      proxies.remove(id);
    }
    if (event != null && event.isEnd()) {
      inAccount.remove(new ContainerId(id));
    }
    if (event != null && event.kind() == Kind.HAND_BACK) {
      Activation activation = requireNonNull(event.activation());
      assertThat(inContainers.remove(activation)).isTrue();
      handedBack.add(activation);
    }
    return event;
  }

  private void ended(Activation activation) {
    assertThat(inContainers.remove(activation)).as("%s ends once", activation).isTrue();
    ended++;
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    log.add("start " + container.number() + " " + stemCell);
    add(container, SimulatedProxy.stemCell(container.number(), random, this::ended));
  }

  /** What a function runs may be gone at any time, and be known again at the next. */
  @Override
  public boolean canPrepare(FunctionSpec function) {
    return random.nextInt(3) > 0;
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    log.add("prepare " + container.number() + " " + function.id());
    owners.put(container.number(), function.id());
    add(container, SimulatedProxy.preparing(container.number(), random, this::ended));
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    long id = container.number();
    log.add("run " + ((Call) activation).number() + " in " + id + " " + start);
    Deque<Activation> first = handedBack.isEmpty() ? arrived : handedBack;
    assertThat(activation).as("first come, first served").isEqualTo(first.poll());
    assertThat(inContainers.add(activation)).as("%s runs once at a time", activation).isTrue();
    FunctionId function = activation.function().id();
    assertThat(owners.getOrDefault(id, function)).as("no sharing").isEqualTo(function);
    owners.put(id, function);
    if (start.isCold()) {
      add(container, SimulatedProxy.cold(id, random, this::ended));
    }
    assertThat(inAccount).as("runs in a container that is counted").contains(container);
    SimulatedProxy proxy = requireNonNull(proxies.get(id), "a container that has gone");
    proxy.run(activation);
    assertThat(proxy.load()).isLessThanOrEqualTo(activation.function().maxConcurrent());
  }

  private void add(ContainerId container, SimulatedProxy proxy) {
    assertThat(proxies.put(container.number(), proxy)).as("%s is new", container).isNull();
    inAccount.add(container);
  }

  @Override
  public void remove(ContainerId container) {
    log.add("remove " + container.number());
    inAccount.remove(container);
    SimulatedProxy proxy = proxies.get(container.number());
    if (proxy != null) {
      assertThat(proxy.load()).as("%s is idle", container).isZero();
      proxy.remove();
    }
  }

  @Override
  public void ready() {
    log.add("ready");
    feed++;
  }
}
