/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.metrics;

import org.jspecify.annotations.NullMarked;
