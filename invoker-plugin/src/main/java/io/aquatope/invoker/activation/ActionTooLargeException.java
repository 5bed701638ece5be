/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

/**
 * Thrown if an action needs more memory than all containers of this invoker together may use. It
 * could never start, and all later activations would wait behind it.
 */
final class ActionTooLargeException extends RuntimeException {

  ActionTooLargeException(int actionMb, long poolMb) {
    super("the action needs %s MB, this invoker has %s MB".formatted(actionMb, poolMb));
  }
}
