/* SPDX-License-Identifier: Apache-2.0 */
/** Files of traces: text, tables, and errors with file and line. */
@NullMarked
package io.aquatope.trace.input;

import org.jspecify.annotations.NullMarked;
