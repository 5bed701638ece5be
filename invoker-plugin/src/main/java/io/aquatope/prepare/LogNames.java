/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.text.TenantText;

/**
 * Names of functions in log lines. Tenants choose the names: each may have hundreds of characters,
 * and none may begin a line of its own.
 */
public final class LogNames {

  private static final int MOST_CHARACTERS = 200;

  private LogNames() {}

  public static String of(FunctionSpec function) {
    return of(function.id());
  }

  public static String of(FunctionId function) {
    return TenantText.plain(function.toString(), MOST_CHARACTERS);
  }
}
