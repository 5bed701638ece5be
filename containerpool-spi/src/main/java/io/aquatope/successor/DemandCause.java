/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/** An event that makes other calls likely; compared by identity. */
public interface DemandCause {}
