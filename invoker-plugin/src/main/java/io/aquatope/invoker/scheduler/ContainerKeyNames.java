/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.etcd.EtcdKV$ContainerKeys$;
import scala.Some;

/** Names of the keys in etcd that stand for a container of a function. */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
interface ContainerKeyNames {

  /** Key of a paused container, which the scheduler looks for. */
  String warmed(String namespace, ExecutableWhiskAction action, ContainerId container);

  /** Key of a container that pulls activations. */
  String existing(String namespace, ExecutableWhiskAction action, ContainerId container);

  /** The names that OpenWhisk itself gives. */
  static ContainerKeyNames of(InvokerInstanceId instance) {
    return new ContainerKeyNames() {
      @Override
      public String warmed(
          String namespace, ExecutableWhiskAction action, ContainerId container) {
        return EtcdKV$ContainerKeys$.MODULE$.warmedContainers(
            namespace, action.fullyQualifiedName(false), action.rev(), instance, container);
      }

      @Override
      public String existing(
          String namespace, ExecutableWhiskAction action, ContainerId container) {
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
