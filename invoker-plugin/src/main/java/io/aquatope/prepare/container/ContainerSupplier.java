/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import scala.concurrent.Future;

/** Creates further containers with the image, memory and CPU limit of a given one. */
@FunctionalInterface
public interface ContainerSupplier {

  Future<Container> create(TransactionMetadata transid);
}
