/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.invoker.metrics;

import org.jspecify.annotations.NullMarked;
