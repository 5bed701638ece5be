/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

/**
 * CPU of a replay's containers over the recorded period, in core-seconds; both 0 if CPU is not
 * counted.
 *
 * @param allocated limits of the busy containers, start-ups for waiting activations included
 * @param used limits of the containers in which activations ran: the most that they can have used,
 *     as traces do not contain the CPU time used. Concurrent activations in one container count
 *     each
 */
public record CpuUse(double allocated, double used) {}
