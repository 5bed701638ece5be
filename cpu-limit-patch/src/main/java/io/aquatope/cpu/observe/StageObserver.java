/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

/** Is told of every activation that has run. Called on the invoker's threads: must not block. */
@FunctionalInterface
public interface StageObserver {

  void observed(StageMeasurement observation);
}
