/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import scala.concurrent.Future;

/** Where a container came from: creates another one of the same image, memory and CPU limit. */
@FunctionalInterface
public interface ContainerSupplier {

  Future<Container> create(TransactionMetadata transid);
}
