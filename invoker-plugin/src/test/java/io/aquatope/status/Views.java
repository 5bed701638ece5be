/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.PoolView;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;

/** Pools as others see them. */
public final class Views {

  private Views() {}

  /** One that has so much memory taken, and of that busy. */
  public static PoolView pool(long usedMb, long busyMb) {
    return pool(usedMb, busyMb, Map.of());
  }

  /** The same with the containers of some functions. */
  static PoolView pool(long usedMb, long busyMb, Map<FunctionId, FunctionCount> functions) {
    return (PoolView)
        Proxy.newProxyInstance(
            PoolView.class.getClassLoader(),
            new Class<?>[] {PoolView.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "memoryMb" -> 4096L;
                  case "usedMb" -> usedMb;
                  case "busyMb" -> busyMb;
                  case "functions" -> Set.copyOf(functions.keySet());
                  case "count" -> functions.get((FunctionId) arguments[0]);
                  default -> method.getReturnType() == int.class ? (Object) 0 : (Object) 0L;
                });
  }
}
