/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of the licenses of what the jar ships. */
@NullMarked
package io.aquatope.licenses;

import org.jspecify.annotations.NullMarked;
