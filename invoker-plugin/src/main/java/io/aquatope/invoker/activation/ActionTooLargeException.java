/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

/**
 * An action asks for more memory than all containers of this invoker together may take. It could
 * never start, and all that came after it would wait behind it.
 */
final class ActionTooLargeException extends RuntimeException {

  ActionTooLargeException(int actionMb, long poolMb) {
    super("the action needs %s MB, this invoker has %s MB".formatted(actionMb, poolMb));
  }
}
