/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.collection.immutable.Vector;

public class SequenceExecMetaData extends ExecMetaDataBase {
  @Override
  public String kind() {
    throw new SignatureOnly();
  }

  public Vector<FullyQualifiedEntityName> components() {
    throw new SignatureOnly();
  }
}
