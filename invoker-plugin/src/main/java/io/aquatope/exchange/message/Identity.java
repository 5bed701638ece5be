/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/**
 * Who sends messages.
 *
 * @param name {@code invoker3}, {@code controller0}
 * @param boot when it started, in milliseconds since 1970: greater than at any earlier start
 */
public record Identity(String name, long boot) {}
