/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.grpc;

import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.grpc.GrpcClientSettings;

public final class ActivationServiceClient$ {
  public static final ActivationServiceClient$ MODULE$ = new ActivationServiceClient$();

  public ActivationServiceClient apply(
      GrpcClientSettings settings, ClassicActorSystemProvider system) {
    throw new SignatureOnly();
  }
}
