/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.pool.policy.baseline;

import org.jspecify.annotations.NullMarked;
