/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.pool.ContainerId;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.HashMap;
import java.util.Map;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.etcd.EtcdKV$ContainerKeys$;
import org.apache.openwhisk.core.service.RegisterData;
import org.apache.openwhisk.core.service.UnregisterData;
import org.apache.pekko.actor.ActorRef;
import org.jspecify.annotations.Nullable;
import scala.Some;

/**
 * The keys in etcd that announce prepared containers. Each is the key of a paused container, for
 * which the scheduler looks before it draws an invoker at random. So the next creation for the
 * function comes to the invoker that is prepared. Belongs to the pool's actor.
 *
 * <p>A scheduler knows only the keys that were stored since it started. They are therefore stored
 * again when one starts, and at an interval.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class WarmKeys {

  private final Rules rules;
  private final Names names;
  private final ActorRef data;
  private final Map<ContainerId, String> announced = new HashMap<>();

  /** Tells where the scheduler itself would go. */
  @FunctionalInterface
  interface Rules {

    /** Announces nothing. */
    Rules NOWHERE = (namespace, action) -> false;

    boolean admits(String namespace, ExecutableWhiskAction action);
  }

  /** Names of the keys in etcd that stand for a container of a function. */
  interface Names {

    /** Key of a paused container, which the scheduler looks for. */
    String warmed(
        String namespace,
        ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container);

    /** Key of a container that pulls activations. */
    String existing(
        String namespace,
        ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container);

    /** The names that OpenWhisk itself gives. */
    static Names of(InvokerInstanceId instance) {
      return new Names() {
        @Override
        public String warmed(
            String namespace,
            ExecutableWhiskAction action,
            org.apache.openwhisk.core.containerpool.ContainerId container) {
          return EtcdKV$ContainerKeys$.MODULE$.warmedContainers(
              namespace, action.fullyQualifiedName(false), action.rev(), instance, container);
        }

        @Override
        public String existing(
            String namespace,
            ExecutableWhiskAction action,
            org.apache.openwhisk.core.containerpool.ContainerId container) {
          return EtcdKV$ContainerKeys$.MODULE$.existingContainers(
              namespace,
              action.fullyQualifiedName(true),
              action.rev(),
              new Some<>(instance),
              new Some<>(container));
        }
      };
    }
  }

  /**
   * @param data service that stores keys in etcd
   */
  WarmKeys(Rules rules, Names names, ActorRef data) {
    this.rules = rules;
    this.names = names;
    this.data = data;
  }

  /** Announces a container of a function, if the scheduler would go here by itself. */
  void announce(ContainerId id, InvokedFunction function, Container container) {
    String namespace = function.spec().id().namespace();
    if (!announced.containsKey(id) && rules.admits(namespace, function.action())) {
      String key = names.warmed(namespace, function.action(), container.containerId());
      announced.put(id, key);
      register(key);
    }
  }

  private void register(String key) {
    data.tell(new RegisterData(key, "", true), ActorRef.noSender());
  }

  /** Withdraws the key of a container, if there is one. */
  void withdraw(ContainerId id) {
    String key = announced.remove(id);
    if (key != null) {
      unregister(key);
    }
  }

  void withdrawAll() {
    announced.values().forEach(this::unregister);
    announced.clear();
  }

  private void unregister(String key) {
    data.tell(new UnregisterData(key), ActorRef.noSender());
  }

  /** Announces all containers again. */
  void announceAgain() {
    announced.values().forEach(this::register);
  }

  int announced() {
    return announced.size();
  }

  /** Deletes the keys of a container whose proxy has died without doing so. */
  void deleteAll(@Nullable InvokedFunction function, Container container) {
    if (function != null) {
      String namespace = function.spec().id().namespace();
      ExecutableWhiskAction action = function.action();
      unregister(names.warmed(namespace, action, container.containerId()));
      unregister(names.existing(namespace, action, container.containerId()));
    }
  }
}
