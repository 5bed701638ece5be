/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

public final class PutEvent$ implements EtcdEvent {
  public static final PutEvent$ MODULE$ = new PutEvent$();
}
