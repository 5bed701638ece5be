/* SPDX-License-Identifier: Apache-2.0 */
/** Tests of bounded memory that namespaces share. */
@NullMarked
package io.aquatope.share;

import org.jspecify.annotations.NullMarked;
