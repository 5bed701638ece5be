/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.common.base.CharMatcher;
import io.aquatope.pool.FunctionId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names of containers. OpenWhisk builds a name from a prefix for the invoker, a number, a namespace
 * and the action's name. It removes characters that are not allowed, so {@code a-b} and {@code ab}
 * have the same form, as have versions and packages. The namespace is that of the caller or of the
 * action, depending on the invoker. So a name is a hint for choosing a container, never a proof.
 */
final class ContainerNames {

  private static final CharMatcher ALLOWED =
      CharMatcher.forPredicate(c -> Character.isLetterOrDigit(c) || c == '_');
  private static final String STEM_CELL = "_prewarm_";

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  /**
   * @param prefix by which OpenWhisk finds the invoker's containers when it cleans up
   */
  ContainerNames(String prefix) {
    this.prefix = prefix;
  }

  /** A new name, different from those that OpenWhisk assigns. */
  String next(FunctionId function) {
    return "%s_ahead%s_%s"
        .formatted(
            prefix, count.incrementAndGet(), suffix(function.namespace(), name(function.action())));
  }

  /** Whether a container with this name could be for the function. */
  static boolean mayBeFor(FunctionId function, String containerName) {
    String name = name(function.action());
    return containerName.endsWith("_" + suffix(function.namespace(), name))
        || containerName.endsWith("_" + suffix(owner(function.action()), name));
  }

  /** Whether the name is that of a stem cell of OpenWhisk. */
  static boolean isStemCell(String containerName) {
    return containerName.contains(STEM_CELL);
  }

  private static String suffix(String namespace, String name) {
    return ALLOWED.retainFrom(namespace) + "_" + ALLOWED.retainFrom(name);
  }

  private static String name(String action) {
    return action.substring(action.lastIndexOf('/') + 1);
  }

  private static String owner(String action) {
    int end = action.indexOf('/');
    return end < 0 ? action : action.substring(0, end);
  }
}
