/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.pekko.grpc;

import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.actor.ClassicActorSystemProvider;

public final class GrpcClientSettings {
  public static GrpcClientSettings connectToServiceAt(
      String host, int port, ClassicActorSystemProvider system) {
    throw new SignatureOnly();
  }

  public GrpcClientSettings withTls(boolean enabled) {
    throw new SignatureOnly();
  }
}
