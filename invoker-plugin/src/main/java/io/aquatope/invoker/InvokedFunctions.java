/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.google.common.base.Strings;
import com.google.common.collect.MapMaker;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;

/**
 * Gives actions their function identities: equal identities for equal actions in one namespace, and
 * different ones for different actions.
 *
 * <p>OpenWhisk shares a container between activations only if namespace and action are equal by
 * structure. An identity is made of names and the document's revision, which a store may give
 * twice, for example when an action is deleted and created again. So an identity is bound to the
 * action that it was made for as long as anything holds that {@link InvokedFunction}: whoever has
 * containers or waiting activations of a function has to hold it. Another action that would have
 * the same identity gets the next variant of it.
 *
 * <p>Thread-safe.
 */
final class InvokedFunctions {

  private final ConcurrentMap<FunctionId, InvokedFunction> inUse =
      new MapMaker().weakValues().makeMap();

  InvokedFunction of(Run run) {
    return of(run.msg().user().namespace().name(), run.action());
  }

  InvokedFunction of(String namespace, ExecutableWhiskAction action) {
    String name = action.fullyQualifiedName(false).asString();
    String revision = revision(action);
    for (int variant = 2; ; variant++) {
      FunctionId id = new FunctionId(namespace, name, revision);
      InvokedFunction function =
          inUse.computeIfAbsent(id, key -> new InvokedFunction(spec(key, action), action));
      if (function.action().equals(action)) {
        return function;
      }
      revision = revision(action) + "~" + variant;
    }
  }

  /** The action of an identity, if anything still holds it. */
  Optional<ExecutableWhiskAction> action(FunctionId id) {
    return Optional.ofNullable(inUse.get(id)).map(InvokedFunction::action);
  }

  private static String revision(ExecutableWhiskAction action) {
    return Strings.isNullOrEmpty(action.rev()) ? version(action) : action.rev();
  }

  private static String version(ExecutableWhiskAction action) {
    return "%s.%s.%s"
        .formatted(action.version()._1(), action.version()._2(), action.version()._3());
  }

  private static FunctionSpec spec(FunctionId id, ExecutableWhiskAction action) {
    return new FunctionSpec(
        id, action.exec().kind(), action.limits().memory(), action.limits().concurrency());
  }
}
