/* SPDX-License-Identifier: Apache-2.0 */
@NullMarked
package io.aquatope.invoker.scheduler;

import org.jspecify.annotations.NullMarked;
