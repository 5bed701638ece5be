/* SPDX-License-Identifier: Apache-2.0 */
/** The list of trace formats, and the selection of a reader. */
@NullMarked
package io.aquatope.trace.reader;

import org.jspecify.annotations.NullMarked;
