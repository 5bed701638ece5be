/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.connector;

public final class GetState$ {
  public static final GetState$ MODULE$ = new GetState$();
}
