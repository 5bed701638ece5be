/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.service;

public final class DeleteEvent$ implements EtcdEvent {
  public static final DeleteEvent$ MODULE$ = new DeleteEvent$();
}
