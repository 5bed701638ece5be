/* SPDX-License-Identifier: Apache-2.0 */
/** What the pool is told of other invokers and of workflows, and the actions of later stages. */
@NullMarked
package io.aquatope.invoker.exchange;

import org.jspecify.annotations.NullMarked;
