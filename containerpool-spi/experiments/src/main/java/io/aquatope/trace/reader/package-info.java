/* SPDX-License-Identifier: Apache-2.0 */
/** The list of trace formats, and the reader that picks one. */
@NullMarked
package io.aquatope.trace.reader;

import org.jspecify.annotations.NullMarked;
