/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import scala.Option;

public class EtcdKV$QueueKeys$ {
  public static final EtcdKV$QueueKeys$ MODULE$ = new EtcdKV$QueueKeys$();

  public String queue(
      String invocationNamespace,
      FullyQualifiedEntityName fqn,
      boolean leader,
      Option<SchedulerInstanceId> scheduler) {
    throw new SignatureOnly();
  }
}
