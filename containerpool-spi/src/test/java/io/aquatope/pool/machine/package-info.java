/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.pool.machine;

import org.jspecify.annotations.NullMarked;
