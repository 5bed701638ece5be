/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/**
 * A checkpoint that is not understood, as it comes from another version or is broken. It is left
 * out, and the other records of its message count: what it sums up is only new to those that have
 * just started, and will be told again.
 *
 * @param workflow its name, as far as it can be told
 * @param problem which field, and what was expected
 */
public record UnreadCheckpoint(String workflow, String problem) implements ExchangeRecord {}
