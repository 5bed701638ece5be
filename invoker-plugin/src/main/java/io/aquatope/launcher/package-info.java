/* SPDX-License-Identifier: Apache-2.0 */
/** The start of the command on any Java from 8 on. */
@NullMarked
package io.aquatope.launcher;

import org.jspecify.annotations.NullMarked;
