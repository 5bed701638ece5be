/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.Optional;

/**
 * What has been started lately, so that more of it can be prepared, each action at the version that
 * was started last: as much as all the code of it takes 64 MB. Thread-safe.
 */
final class KnownActions {

  private static final long MOST_CODE = 64L << 20;

  private final Cache<Name, Known> known =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_CODE)
          .<Name, Known>weigher((name, action) -> 1 + action.initialisation.codeLength())
          .build();

  /** How containers of a function are made. */
  record Known(FunctionSpec function, Recipe recipe, Initialisation initialisation) {}

  private record Name(String namespace, String action) {

    static Name of(FunctionId function) {
      return new Name(function.namespace(), function.action());
    }
  }

  void learn(FunctionSpec function, Recipe recipe, Initialisation initialisation) {
    known.put(Name.of(function.id()), new Known(function, recipe, initialisation.ahead()));
  }

  Optional<Known> find(FunctionId function) {
    return Optional.ofNullable(known.getIfPresent(Name.of(function)))
        .filter(latest -> latest.function().id().equals(function));
  }

  /**
   * The function that a payload is of, whatever is known of it. Versions come again when an action
   * is deleted and created anew, so the code belongs to it.
   */
  static FunctionId id(InitPayload payload) {
    return new FunctionId(
        payload.variable(InitPayload.NAMESPACE).orElse(""),
        payload.variable(InitPayload.ACTION).orElse("").replaceFirst("^/", ""),
        payload.variable(InitPayload.VERSION).orElse("") + "~" + payload.codeHash());
  }
}
