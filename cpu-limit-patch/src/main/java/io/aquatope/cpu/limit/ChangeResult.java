/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

/** The result of a change of a container's CPU limit. */
public sealed interface ChangeResult {

  /** The limit holds. */
  record Done() implements ChangeResult {}

  /** There is no such container any more. */
  record Gone() implements ChangeResult {}

  /** The engine will not do it, now or later. */
  record Refused(String reason) implements ChangeResult {}
}
