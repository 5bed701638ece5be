/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.ExecutionContextExecutor;

public final class EtcdClient$ {
  public static final EtcdClient$ MODULE$ = new EtcdClient$();

  public EtcdClient apply(EtcdConfig config, ExecutionContextExecutor executor) {
    throw new SignatureOnly();
  }
}
