/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** A container that is ready for its function and runs nothing, as policies see it. */
public interface IdleContainer {

  /** The function that it can serve. */
  FunctionSpec function();

  /** Whether it has been prepared and never used. */
  boolean isPrepared();

  /** When it ran last, or became prepared, in microseconds. */
  long lastUsedMicros();
}
