/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.entity.DocRevision;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.Option;

public class EtcdKV$ContainerKeys$ {
  public static final EtcdKV$ContainerKeys$ MODULE$ = new EtcdKV$ContainerKeys$();

  public String namespacePrefix() {
    throw new SignatureOnly();
  }

  public String inProgressPrefix() {
    throw new SignatureOnly();
  }

  public String warmedPrefix() {
    throw new SignatureOnly();
  }

  public String containerPrefix(
      String containerType,
      String invocationNamespace,
      FullyQualifiedEntityName fqn,
      Option<DocRevision> revision) {
    throw new SignatureOnly();
  }

  public String warmedContainers(
      String invocationNamespace,
      FullyQualifiedEntityName fqn,
      String revision,
      InvokerInstanceId invoker,
      ContainerId container) {
    throw new SignatureOnly();
  }

  public String existingContainers(
      String invocationNamespace,
      FullyQualifiedEntityName fqn,
      String revision,
      Option<InvokerInstanceId> invoker,
      Option<ContainerId> container) {
    throw new SignatureOnly();
  }
}
