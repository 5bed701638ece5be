/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;

public class WhiskActionMetaData extends WhiskActionLike {
  @Override
  public Seq<String> namespace() {
    throw new SignatureOnly();
  }

  @Override
  public String name() {
    throw new SignatureOnly();
  }

  @Override
  public Map<ParameterName, ParameterValue> annotations() {
    throw new SignatureOnly();
  }

  @Override
  public ActionLimits limits() {
    throw new SignatureOnly();
  }

  public Map<ParameterName, ParameterValue> parameters() {
    throw new SignatureOnly();
  }

  public ExecMetaDataBase exec() {
    throw new SignatureOnly();
  }

  public Tuple3<Object, Object, Object> version() {
    throw new SignatureOnly();
  }
}
