/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

/** The result of a change of a container's CPU limit. */
public sealed interface ChangeResult {

  /** The limit is in force. */
  record Done() implements ChangeResult {}

  /** The container no longer exists. */
  record Gone() implements ChangeResult {}

  /** The engine refuses the limit, now and later. */
  record Refused(String reason) implements ChangeResult {}
}
