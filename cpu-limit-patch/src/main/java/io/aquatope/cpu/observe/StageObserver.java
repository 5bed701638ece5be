/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

/**
 * Receives a measurement of every activation that has run. Called on the invoker's threads, so
 * implementations must not block.
 */
@FunctionalInterface
public interface StageObserver {

  void observed(StageMeasurement observation);
}
