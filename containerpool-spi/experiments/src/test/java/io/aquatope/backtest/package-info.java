/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.backtest;

import org.jspecify.annotations.NullMarked;
