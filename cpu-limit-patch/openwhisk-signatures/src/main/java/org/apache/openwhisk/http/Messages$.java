/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.http;

import org.apache.openwhisk.SignatureOnly;

public final class Messages$ {
  public static final Messages$ MODULE$ = new Messages$();

  public String namespacesBlacklisted() {
    throw new SignatureOnly();
  }

  public String actionRemovedWhileInvoking() {
    throw new SignatureOnly();
  }

  public String actionMismatchWhileInvoking() {
    throw new SignatureOnly();
  }

  public String actionFetchErrorWhileInvoking() {
    throw new SignatureOnly();
  }
}
