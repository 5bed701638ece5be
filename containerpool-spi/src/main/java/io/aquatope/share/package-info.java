/* SPDX-License-Identifier: Apache-2.0 */
/** Bounded memory that namespaces share fairly. */
@NullMarked
package io.aquatope.share;

import org.jspecify.annotations.NullMarked;
