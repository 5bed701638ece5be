/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Measures and trains forecasters on traces: demand series from trace files, the rolling-origin
 * backtest with its scores, and the training of the shipped networks.
 */
@NullMarked
package io.aquatope.backtest;

import org.jspecify.annotations.NullMarked;
