/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/**
 * A checkpoint that cannot be read, because it comes from another version or is malformed. It is
 * skipped, and the other records of its message count. Only readers that have just started need its
 * contents, and checkpoints are repeated.
 *
 * @param workflow its name, if it can be read
 * @param problem the field, and what was expected
 */
public record UnreadCheckpoint(String workflow, String problem) implements ExchangeRecord {}
