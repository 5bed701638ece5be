/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.database;

import org.apache.openwhisk.SignatureOnly;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.pekko.http.scaladsl.model.HttpRequest;

public class UserContext {
  public UserContext(Identity user, HttpRequest request) {
    throw new SignatureOnly();
  }
}
