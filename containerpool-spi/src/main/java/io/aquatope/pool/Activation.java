/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * One invocation that waits for a container, or runs in one.
 *
 * <p>Implementations carry what their driver needs. Two activations are equal if and only if they
 * are the same activation: a container may hand one back as another object.
 */
public interface Activation {

  /** The function to run. */
  FunctionSpec function();

  /**
   * Identifies the request that led to this activation: equal for all stages of one workflow
   * instance, different for different requests.
   */
  long root();
}
