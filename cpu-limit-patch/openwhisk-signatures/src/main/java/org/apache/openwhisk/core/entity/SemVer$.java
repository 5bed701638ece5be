/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;
import scala.Tuple3;

public final class SemVer$ {
  public static final SemVer$ MODULE$ = new SemVer$();

  public Tuple3<Object, Object, Object> apply() {
    throw new SignatureOnly();
  }

  public Tuple3<Object, Object, Object> apply(int major, int minor, int patch) {
    throw new SignatureOnly();
  }
}
