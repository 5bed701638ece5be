/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import org.apache.openwhisk.SignatureOnly;

public final class SemVer {
  public int major() {
    throw new SignatureOnly();
  }

  public int minor() {
    throw new SignatureOnly();
  }

  public int patch() {
    throw new SignatureOnly();
  }
}
