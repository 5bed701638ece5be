/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.time.Instant;
import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Vector;

public class WhiskActivation extends WhiskEntity {
  public WhiskActivation(
      Seq<String> namespace,
      String name,
      String subject,
      String activationId,
      Instant start,
      Instant end,
      Option<ActivationId> cause,
      ActivationResponse response,
      Vector<String> logs,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<Object> duration) {
    throw new SignatureOnly();
  }

  @Override
  public Seq<String> namespace() {
    throw new SignatureOnly();
  }

  public String activationId() {
    throw new SignatureOnly();
  }

  public Instant start() {
    throw new SignatureOnly();
  }

  public ActivationResponse response() {
    throw new SignatureOnly();
  }

  public Map<ParameterName, ParameterValue> annotations() {
    throw new SignatureOnly();
  }

  @Override
  public String name() {
    throw new SignatureOnly();
  }
}
