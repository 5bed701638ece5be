/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.spi;

import org.apache.openwhisk.SignatureOnly;
import scala.reflect.Manifest;

public final class SpiLoader$ {
  public static final SpiLoader$ MODULE$ = new SpiLoader$();

  public <A extends Spi> A get(Manifest<A> type, SpiClassResolver resolver) {
    throw new SignatureOnly();
  }

  public <A extends Spi> SpiClassResolver get$default$2() {
    throw new SignatureOnly();
  }
}
