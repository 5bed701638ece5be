/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

public final class Enable$ {
  public static final Enable$ MODULE$ = new Enable$();
}
