/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.FunctionSpec;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * An action in the namespace that invokes it.
 *
 * @param spec what the pool knows of it
 * @param action what {@code spec} stands for
 */
record InvokedFunction(FunctionSpec spec, ExecutableWhiskAction action) {}
