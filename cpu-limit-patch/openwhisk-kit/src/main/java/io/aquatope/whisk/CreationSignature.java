/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.Future;

/**
 * The methods by which OpenWhisk's container factories create containers. The method with one
 * option exists in both signatures: the option is the CPU limit in one and the action in the other.
 */
enum CreationSignature {

  /** A factory takes a CPU limit, and perhaps an action. */
  WITH_CPU_LIMIT {
    @Override
    @LinksWith(WhiskFeature.CPU_LIMIT_AT_CREATION)
    Future<Container> create(
        ContainerFactory factory,
        ContainerRequest request,
        String name,
        TransactionMetadata transid) {
      return factory.createContainer(
          transid,
          name,
          request.image(),
          request.userProvided(),
          request.memory(),
          request.cpuShares(),
          request.cpuLimit(),
          request.action(),
          request.config(),
          request.logging());
    }

    @Override
    ContainerRequest withOption(ContainerRequest request, Option<Object> option) {
      return request.withCpuLimit(option);
    }
  },

  /** A factory takes no CPU limit, and perhaps an action. */
  WITHOUT_CPU_LIMIT {
    @Override
    @LinksWithout(WhiskFeature.CPU_LIMIT_AT_CREATION)
    @SuppressWarnings("unchecked") // the parameter of this signature is the action
    Future<Container> create(
        ContainerFactory factory,
        ContainerRequest request,
        String name,
        TransactionMetadata transid) {
      return factory.createContainer(
          transid,
          name,
          request.image(),
          request.userProvided(),
          request.memory(),
          request.cpuShares(),
          (Option<Object>) (Option<?>) request.action(),
          request.config(),
          request.logging());
    }

    @Override
    @SuppressWarnings("unchecked") // the parameter of this signature is the action
    ContainerRequest withOption(ContainerRequest request, Option<Object> option) {
      return request.forAction((Option<ExecutableWhiskAction>) (Option<?>) option);
    }
  };

  /** That of the OpenWhisk that is running. */
  static final CreationSignature INSTALLED =
      WhiskFeature.CPU_LIMIT_AT_CREATION.isPresent() ? WITH_CPU_LIMIT : WITHOUT_CPU_LIMIT;

  /** Creates a container with a factory. */
  abstract Future<Container> create(
      ContainerFactory factory, ContainerRequest request, String name, TransactionMetadata transid);

  /** The request with the option of the method that has one. */
  abstract ContainerRequest withOption(ContainerRequest request, Option<Object> option);
}
