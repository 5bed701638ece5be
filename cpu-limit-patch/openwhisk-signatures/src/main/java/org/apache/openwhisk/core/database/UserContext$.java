/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

import org.apache.openwhisk.SignatureOnly;
import org.apache.pekko.http.scaladsl.model.HttpRequest;

public final class UserContext$ {
  public static final UserContext$ MODULE$ = new UserContext$();

  public HttpRequest apply$default$2() {
    throw new SignatureOnly();
  }
}
