/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.prepare;

import org.jspecify.annotations.NullMarked;
