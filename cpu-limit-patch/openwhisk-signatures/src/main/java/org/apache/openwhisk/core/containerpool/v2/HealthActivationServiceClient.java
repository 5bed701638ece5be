/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool.v2;

import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.actor.AbstractActor;

/** In OpenWhisk an actor in Scala. */
public class HealthActivationServiceClient extends AbstractActor {
  @Override
  public Receive createReceive() {
    throw new SignatureOnly();
  }
}
