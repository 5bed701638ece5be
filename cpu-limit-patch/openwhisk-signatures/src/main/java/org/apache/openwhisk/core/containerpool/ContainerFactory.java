/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.Future;

/**
 * Creations with a CPU limit are those of OpenWhisk since September 2023. Before, the method with
 * one option took the action, and the shortest one was the abstract one.
 */
public interface ContainerFactory {
  default Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      Option<ExecutableWhiskAction> action,
      WhiskConfig config,
      Logging logging) {
    throw new SignatureOnly();
  }

  Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      Option<Object> cpuLimit,
      WhiskConfig config,
      Logging logging);

  default Future<Container> createContainer(
      TransactionMetadata tid,
      String name,
      ExecManifest$ImageName actionImage,
      boolean userProvidedImage,
      ByteSize memory,
      int cpuShares,
      WhiskConfig config,
      Logging logging) {
    throw new SignatureOnly();
  }

  void init();

  void cleanup();
}
