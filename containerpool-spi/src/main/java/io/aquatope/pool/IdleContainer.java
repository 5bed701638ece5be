/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** An idle container, ready for its function, as policies see it. */
public interface IdleContainer {

  /** The function that it can serve. */
  FunctionSpec function();

  /** Whether it has been prepared and never used. */
  boolean isPrepared();

  /** The time of the last run, or of becoming prepared, in microseconds. */
  long lastUsedMicros();
}
