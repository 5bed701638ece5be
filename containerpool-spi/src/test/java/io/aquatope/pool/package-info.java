/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.pool;

import org.jspecify.annotations.NullMarked;
