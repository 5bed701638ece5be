/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.common;

public final class GracefulShutdown$ {
  public static final GracefulShutdown$ MODULE$ = new GracefulShutdown$();
}
