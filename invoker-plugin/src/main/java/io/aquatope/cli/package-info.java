/* SPDX-License-Identifier: Apache-2.0 */
/** The command line of the drop-in jar. */
@NullMarked
package io.aquatope.cli;

import org.jspecify.annotations.NullMarked;
