/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.collection.immutable.Set;

/**
 * An action at its present revision.
 *
 * @param initArgs the names of the init-time parameters of a call, with those of the action's
 *     package
 */
public record PresentAction(ExecutableWhiskAction action, Set<String> initArgs) {}
