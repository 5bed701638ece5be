/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The invoker's part of the exchange: sends the observations of its activations, folds the log into
 * {@link io.aquatope.exchange.member.ExchangeState}, applies the resulting limits to its
 * containers, and proposes and concludes rounds when it is its turn.
 */
@NullMarked
package io.aquatope.exchange.member;

import org.jspecify.annotations.NullMarked;
