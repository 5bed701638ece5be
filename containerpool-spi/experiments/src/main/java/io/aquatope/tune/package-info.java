/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Experiments with workflow tuners: reads workflow files and tables of measurements, runs methods
 * over seeds and sums up how near each came to the oracle, how fast, and how often it broke QoS.
 */
@NullMarked
package io.aquatope.tune;

import org.jspecify.annotations.NullMarked;
