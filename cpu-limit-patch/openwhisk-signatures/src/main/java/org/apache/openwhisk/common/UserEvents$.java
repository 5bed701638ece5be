/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

import org.apache.openwhisk.SignatureOnly;

public final class UserEvents$ {
  public static final UserEvents$ MODULE$ = new UserEvents$();

  public boolean enabled() {
    throw new SignatureOnly();
  }
}
