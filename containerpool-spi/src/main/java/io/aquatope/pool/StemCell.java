/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * A container that is started ahead of calls without an action: OpenWhisk's prewarmed container of
 * a runtime kind.
 *
 * @param kind the runtime kind
 * @param memoryMb the memory limit, in MB; a stem cell serves only actions of exactly this limit
 */
public record StemCell(String kind, int memoryMb) {}
