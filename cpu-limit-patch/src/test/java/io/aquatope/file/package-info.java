/* SPDX-License-Identifier: Apache-2.0 */
/** Files that change, vanish and come back. */
@NullMarked
package io.aquatope.file;

import org.jspecify.annotations.NullMarked;
