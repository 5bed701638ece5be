/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

/**
 * The result of one workflow under one method from one seed.
 *
 * @param requests all of the period, including those that were used to learn; at least one
 * @param qosViolationRatio share of requests that took longer than the target, or failed
 * @param cost per request: core-seconds of containers while they start or run, and GB-seconds of
 *     containers from the order to start them until their removal, idle ones included, at the
 *     workflow's prices
 * @param coldStartRatio share of the stages' activations for which a container had to be created
 */
record MethodOutcome(int requests, double qosViolationRatio, double cost, double coldStartRatio) {}
