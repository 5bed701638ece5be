/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay.result;

/** Quantiles of the time from an activation's arrival until its run, in seconds. */
public record StartDelay(double p50, double p99) {}
