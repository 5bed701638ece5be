/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.ContainerUse;
import io.aquatope.cluster.ClusterKey.CreationKey;
import io.aquatope.cluster.ClusterKey.InvokerKey;
import io.aquatope.cluster.ClusterKey.QueueKey;
import io.aquatope.cluster.ClusterKey.SchedulerKey;
import io.aquatope.pool.FunctionId;
import io.aquatope.share.FairShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Containers that run, are coming or are ready anywhere in the cluster, folded from etcd's keys.
 *
 * <p>Keys arrive as events: {@link #put} and {@link #delete}. Events may be doubled, late or lost,
 * as a watch that restarts skips some. So a reader lists all keys now and then: {@link
 * #beginListing} before it asks etcd, {@link #compare} with each answer, {@link #endListing}. A key
 * that an event has changed meanwhile is not judged by the listing, as that may be older.
 *
 * <p>Tenants decide how many keys there are. If there are very many, the namespace that has most
 * loses its oldest. Not thread-safe.
 */
public final class ClusterFacts {

  /** Far more keys than an etcd of this use holds; about 50 MB. */
  static final int MOST_KEYS = 100_000;

  /** Invokers and schedulers have keys that tenants cannot make. */
  private static final int MOST_MEMBERS = 10_000;

  private record Known(ClusterKey key, long change) {}

  private final KeyReader reader;
  private final Function<String, InvokerResources> resources;
  private final ClusterListener listener;
  private final Map<String, Known> keys = new HashMap<>();
  private final FairShares<String> tenants;
  private final Map<FunctionId, FunctionContainerKeys> functions = new HashMap<>();
  private final HealthyInvokers invokers = new HealthyInvokers();
  private final Set<QueueKey> queues = new HashSet<>();
  private final Set<String> schedulers = new HashSet<>();
  private int members;
  private long dropped;

  /** Grows with each event. */
  private long changes;

  /** The last change before the listing that is under way; negative if there is none. */
  private long listingSince = -1;

  /** Keys that were deleted since the listing began. */
  private final Set<String> deletedSince = new HashSet<>();

  /**
   * @param resources reads the value of an invoker's key; {@link InvokerResources#UNKNOWN} if it
   *     cannot
   */
  public ClusterFacts(
      KeyReader reader, Function<String, InvokerResources> resources, ClusterListener listener) {
    this(reader, resources, listener, MOST_KEYS);
  }

  ClusterFacts(
      KeyReader reader,
      Function<String, InvokerResources> resources,
      ClusterListener listener,
      int mostKeys) {
    this.reader = reader;
    this.resources = resources;
    this.listener = listener;
    this.tenants = new FairShares<>(mostKeys, () -> dropped++);
  }

  /** Event: a key has been put, for the first time or again. */
  public void put(String text, String value, long nowMicros) {
    changes++;
    deletedSince.remove(text);
    learn(text, value, nowMicros);
  }

  /** Event: a key has been deleted, or its lease has ended. */
  public void delete(String text, long nowMicros) {
    changes++;
    if (listingSince >= 0) {
      if (deletedSince.size() >= MOST_KEYS) {
        endListing(); // It would say little by now.
      } else if (reader.read(text) != null) {
        deletedSince.add(text);
      }
    }
    forget(text, nowMicros);
  }

  /** All keys will be listed, from now on. A listing that has not ended is given up. */
  public void beginListing() {
    listingSince = changes;
    deletedSince.clear();
  }

  /**
   * Compares the keys known here with those that etcd lists.
   *
   * @param prefix what all listed keys begin with: known ones that do so and are not listed go
   * @param listed values by key
   */
  public void compare(String prefix, Map<String, String> listed, long nowMicros) {
    if (listingSince < 0) {
      return;
    }
    List<String> gone = new ArrayList<>();
    keys.forEach(
        (text, known) -> {
          if (known.change <= listingSince
              && text.startsWith(prefix)
              && !listed.containsKey(text)) {
            gone.add(text);
          }
        });
    Collections.sort(gone); // The same order on all invokers.
    gone.forEach(text -> forget(text, nowMicros));
    listed.forEach(
        (text, value) -> {
          Known known = keys.get(text);
          if (text.startsWith(prefix)
              && !deletedSince.contains(text)
              && (known == null || known.change <= listingSince)) {
            learn(text, value, nowMicros);
          }
        });
  }

  /** The listing has ended. */
  public void endListing() {
    listingSince = -1;
    deletedSince.clear();
  }

  private void learn(String text, String value, long nowMicros) {
    Known known = keys.get(text);
    ClusterKey key = known == null ? reader.read(text) : known.key;
    if (key == null) {
      return;
    }
    String namespace = namespace(key);
    if (known == null && namespace == null && members >= MOST_MEMBERS) {
      dropped++;
      return;
    }
    keys.put(text, new Known(key, changes));
    if (known == null && namespace != null) {
      String lost = tenants.put(namespace, text);
      if (lost != null) {
        forget(lost, nowMicros);
      }
    }
    if (key instanceof InvokerKey invoker) {
      invokers.put(invoker.invoker(), invoker.names(), resources.apply(value), nowMicros);
    }
    if (known == null) {
      added(key, nowMicros);
    }
  }

  private void forget(String text, long nowMicros) {
    Known known = keys.remove(text);
    if (known != null) {
      String namespace = namespace(known.key);
      if (namespace != null) {
        tenants.remove(namespace, text);
      }
      removed(known.key, nowMicros);
    }
  }

  /** The namespace that has a key; null if no tenant has it. */
  private static @Nullable String namespace(ClusterKey key) {
    if (key instanceof ContainerKey container) {
      return container.function().namespace();
    } else if (key instanceof CreationKey creation) {
      return creation.function().namespace();
    } else if (key instanceof QueueKey queue) {
      return queue.namespace();
    } else {
      return null;
    }
  }

  private void added(ClusterKey key, long nowMicros) {
    if (key instanceof ContainerKey container) {
      of(container.function()).add(container);
      if (container.use() == ContainerUse.RUNNING) {
        listener.began(container.function(), container.invoker(), nowMicros);
      }
      listener.changed(container.function(), nowMicros);
    } else if (key instanceof CreationKey creation) {
      of(creation.function()).addComing(1);
      listener.changed(creation.function(), nowMicros);
    } else if (key instanceof QueueKey queue) {
      queues.add(queue);
      listener.queueStarted(queue.namespace(), queue.action(), nowMicros);
    } else if (key instanceof SchedulerKey scheduler) {
      members++;
      schedulers.add(scheduler.scheduler());
      listener.schedulerStarted(scheduler.scheduler(), nowMicros);
    } else {
      members++;
    }
  }

  private void removed(ClusterKey key, long nowMicros) {
    if (key instanceof ContainerKey container) {
      change(container.function(), own -> own.remove(container));
      listener.changed(container.function(), nowMicros);
    } else if (key instanceof CreationKey creation) {
      change(creation.function(), own -> own.addComing(-1));
      listener.changed(creation.function(), nowMicros);
    } else if (key instanceof QueueKey queue) {
      queues.remove(queue);
    } else if (key instanceof SchedulerKey scheduler) {
      members--;
      schedulers.remove(scheduler.scheduler());
    } else if (key instanceof InvokerKey invoker) {
      members--;
      invokers.remove(invoker.invoker(), invoker.names(), nowMicros);
    }
  }

  private FunctionContainerKeys of(FunctionId function) {
    return functions.computeIfAbsent(function, id -> new FunctionContainerKeys());
  }

  private void change(FunctionId function, Consumer<FunctionContainerKeys> removal) {
    FunctionContainerKeys own = functions.get(function);
    checkState(own != null, "%s has a key that was not added", function);
    removal.accept(own);
    if (own.isEmpty()) {
      functions.remove(function);
    }
  }

  /** The functions that have containers, or will have. */
  public Set<FunctionId> functions() {
    return Collections.unmodifiableSet(functions.keySet());
  }

  /** Number of a function's containers that run, at each invoker. */
  public Multiset<Integer> running(FunctionId function) {
    FunctionContainerKeys own = functions.get(function);
    return own == null ? ImmutableMultiset.of() : Multisets.unmodifiableMultiset(own.running());
  }

  /** Number of a function's containers that are ready, at each invoker. */
  public Multiset<Integer> readyAt(FunctionId function) {
    FunctionContainerKeys own = functions.get(function);
    return own == null ? ImmutableMultiset.of() : Multisets.unmodifiableMultiset(own.readyAt());
  }

  /** The keys of a function's ready containers. */
  public Set<ContainerKey> ready(FunctionId function) {
    FunctionContainerKeys own = functions.get(function);
    return own == null ? ImmutableSet.of() : Collections.unmodifiableSet(own.ready());
  }

  /** Number of a function's containers that a scheduler has asked for. */
  public int coming(FunctionId function) {
    FunctionContainerKeys own = functions.get(function);
    return own == null ? 0 : own.coming();
  }

  /** Number of those that do not run yet, as far as the order of events tells. */
  public int awaited(FunctionId function) {
    FunctionContainerKeys own = functions.get(function);
    return own == null ? 0 : own.awaited();
  }

  /** Whether an action has been called recently, wherever. */
  public boolean hasQueue(String namespace, String action) {
    return queues.contains(new QueueKey(namespace, action));
  }

  /** The invokers that the scheduler may choose. */
  public Iterable<ClusterInvoker> invokers() {
    return invokers.all();
  }

  /** The schedulers. */
  public Set<String> schedulers() {
    return Collections.unmodifiableSet(schedulers);
  }

  /** Number of known keys. */
  public int size() {
    return keys.size();
  }

  /** Number of keys that were dropped because there were too many. */
  public long dropped() {
    return dropped;
  }
}
