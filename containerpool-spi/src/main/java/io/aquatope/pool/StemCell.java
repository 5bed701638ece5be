/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * A sort of container that is started ahead without knowing its action: OpenWhisk's pre-warmed
 * container of a runtime kind.
 *
 * @param kind the runtime kind
 * @param memoryMb the memory limit, in MB; a stem cell serves only actions of exactly this limit
 */
public record StemCell(String kind, int memoryMb) {}
