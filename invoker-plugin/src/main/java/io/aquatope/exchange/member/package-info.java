/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The invoker's part: it tells what its activations showed, folds the log into {@link
 * io.aquatope.exchange.member.ExchangeState}, gives its containers the limits that follow, and
 * proposes and concludes rounds when it is its turn.
 */
@NullMarked
package io.aquatope.exchange.member;

import org.jspecify.annotations.NullMarked;
