/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import org.apache.openwhisk.SignatureOnly;

public class EtcdKV$SchedulerKeys$ {
  public static final EtcdKV$SchedulerKeys$ MODULE$ = new EtcdKV$SchedulerKeys$();

  public String prefix() {
    throw new SignatureOnly();
  }
}
