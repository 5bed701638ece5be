/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.etcd;

import com.ibm.etcd.api.RangeResponse;
import org.apache.openwhisk.SignatureOnly;
import scala.concurrent.Future;

public class EtcdClient {
  public Future<RangeResponse> get(String key) {
    throw new SignatureOnly();
  }

  public Future<RangeResponse> getPrefix(String prefix) {
    throw new SignatureOnly();
  }

  public Future<Object> getCount(String prefix) {
    throw new SignatureOnly();
  }
}
