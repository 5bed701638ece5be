/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.http;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.pekko.http.scaladsl.server.RequestContext;
import org.apache.pekko.http.scaladsl.server.RouteResult;
import scala.Function1;
import scala.concurrent.Future;

public interface BasicHttpService {
  Function1<RequestContext, Future<RouteResult>> routes(TransactionMetadata transid);

  default Function1<RequestContext, Future<RouteResult>> route() {
    throw new SignatureOnly();
  }
}
