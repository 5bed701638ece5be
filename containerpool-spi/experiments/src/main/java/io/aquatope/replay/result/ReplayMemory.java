/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

/**
 * Memory of a replay's containers over the recorded period. 1 GB is 1024 MB.
 *
 * @param wastedGbSeconds of containers that served no activation: idle ones, stem cells, and those
 *     being prepared ahead of a call. A container that starts for a waiting activation serves it
 * @param totalGbSeconds of all containers, from the order to start them
 * @param peakMb the maximum at any time, over all invokers
 */
public record ReplayMemory(double wastedGbSeconds, double totalGbSeconds, long peakMb) {}
