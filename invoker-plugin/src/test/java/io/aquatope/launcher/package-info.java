/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.launcher;

import org.jspecify.annotations.NullMarked;
