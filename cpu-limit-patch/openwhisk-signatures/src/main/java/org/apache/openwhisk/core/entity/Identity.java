/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entitlement.Privilege;
import scala.collection.immutable.Set;

public class Identity {
  private final String subject;
  private final Namespace namespace;
  private final GenericAuthKey authkey;

  public Identity(
      String subject,
      Namespace namespace,
      GenericAuthKey authkey,
      Set<Privilege> rights,
      UserLimits limits) {
    this.subject = subject;
    this.namespace = namespace;
    this.authkey = authkey;
  }

  public String subject() {
    return subject;
  }

  public GenericAuthKey authkey() {
    return authkey;
  }

  public Namespace namespace() {
    return namespace;
  }

  public UserLimits limits() {
    throw new SignatureOnly();
  }
}
