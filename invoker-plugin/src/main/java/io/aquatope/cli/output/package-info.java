/* SPDX-License-Identifier: Apache-2.0 */
/** Reports of the command line: tables, JSON, HTML. */
@NullMarked
package io.aquatope.cli.output;

import org.jspecify.annotations.NullMarked;
