/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.containerpool;

public final class AdjustPrewarmedContainer$ {
  public static final AdjustPrewarmedContainer$ MODULE$ = new AdjustPrewarmedContainer$();
}
