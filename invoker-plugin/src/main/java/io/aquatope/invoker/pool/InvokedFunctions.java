/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import com.google.common.base.Strings;
import com.google.common.collect.MapMaker;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.prepare.ActionWeight;
import io.aquatope.prepare.NamespaceCache;
import io.aquatope.prepare.container.SafeDepth;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.collection.immutable.Set;

/**
 * Gives actions their function identities: equal identities for equal actions in one namespace, and
 * different ones for different actions.
 *
 * <p>OpenWhisk shares a container between activations only if namespace and action are equal by
 * structure. An identity is made of names and the document's revision, which a store may give
 * twice, for example when an action is deleted and created again. So an identity is bound to the
 * action that it was made for as long as anything holds that {@link InvokedFunction}: whoever has
 * containers or waiting activations of a function has to hold it. Another action that would have
 * the same identity gets the next variant of it, as does one that turns out to get init-time
 * parameters.
 *
 * <p>The functions invoked last are held here, each at the revision invoked last, and those that
 * are likely to be invoked, so that containers can be prepared for one that has none. What they
 * keep alive together is bounded, and {@linkplain NamespaceCache shared fairly} by the namespaces
 * that invoke them. The others are known for as long as they are held elsewhere.
 *
 * <p>Thread-safe. A function that is seen for the first time is weighed, which takes time in
 * proportion to its action: not on the pool's thread.
 */
public final class InvokedFunctions {

  private final ConcurrentMap<FunctionId, InvokedFunction> inUse =
      new MapMaker().weakValues().makeMap();

  private final NamespaceCache<InvokedFunction> recent;

  /** Without anybody who looks at how much is held. */
  public InvokedFunctions() {
    this(NamespaceCache.Usage.UNOBSERVED);
  }

  InvokedFunctions(NamespaceCache.Usage usage) {
    this(ActionWeight.MOST_BYTES, System::nanoTime, usage);
  }

  InvokedFunctions(long mostBytes, LongSupplier nanoTime, NamespaceCache.Usage usage) {
    recent = new NamespaceCache<>(mostBytes, ActionWeight.KEEP, nanoTime, usage);
  }

  /** An activation for the pool, of the function that it calls. */
  public RunActivation activation(Run run) {
    return new RunActivation(run, of(run));
  }

  InvokedFunction of(Run run) {
    String namespace = run.msg().user().namespace().name();
    InvokedFunction function = of(namespace, run.action(), run.msg().initArgs());
    hold(function);
    return function;
  }

  /**
   * An action is likely to be invoked in a namespace.
   *
   * @param initArgs the names of the init-time parameters that the call is thought to bring
   */
  public void expect(String namespace, ExecutableWhiskAction action, Set<String> initArgs) {
    if (recent.get(namespace, name(action)).isEmpty()) {
      hold(of(namespace, action, initArgs));
    }
  }

  private void hold(InvokedFunction function) {
    FunctionId id = function.spec().id();
    if (recent.get(id.namespace(), id.action()).orElse(null) != function) {
      recent.put(id.namespace(), id.action(), function, function.bytes());
    }
  }

  /** A function of those held here, at the revision invoked last. */
  public Optional<FunctionSpec> latest(String namespace, String action) {
    return recent.get(namespace, action).map(InvokedFunction::spec);
  }

  private InvokedFunction of(String namespace, ExecutableWhiskAction action, Set<String> initArgs) {
    String name = name(action);
    String revision = revision(action);
    for (int variant = 2; ; variant++) {
      FunctionId id = new FunctionId(namespace, name, revision);
      InvokedFunction function =
          inUse.computeIfAbsent(
              id, key -> new InvokedFunction(spec(key, action, initArgs), action));
      if (admits(function.spec(), initArgs) && function.adopt(action)) {
        return function;
      }
      revision = revision(action) + "~" + variant;
    }
  }

  /**
   * Whether calls that bring init-time parameters may be of a function. One that is initialised
   * ahead was thought to get none, as an action of which the package is bound with some; a
   * container that was would be made for nothing.
   */
  private static boolean admits(FunctionSpec function, Set<String> initArgs) {
    return initArgs.isEmpty() || function.deepest() != PreparationDepth.INITIALISED;
  }

  /** The action of an identity, if anything still holds it. */
  public Optional<ExecutableWhiskAction> action(FunctionId id) {
    return find(id).map(InvokedFunction::action);
  }

  /** The function of an identity, if it is held here or by anything else. */
  Optional<InvokedFunction> find(FunctionId id) {
    return Optional.ofNullable(inUse.get(id));
  }

  /** How many identities are bound to an action; for those that nobody holds it lags behind. */
  int identities() {
    return inUse.size();
  }

  /** The heap in bytes that the functions held here keep alive. */
  long heldBytes() {
    return recent.bytes();
  }

  private static String name(ExecutableWhiskAction action) {
    return action.fullyQualifiedName(false).asString();
  }

  private static String revision(ExecutableWhiskAction action) {
    return Strings.isNullOrEmpty(action.rev()) ? version(action) : action.rev();
  }

  private static String version(ExecutableWhiskAction action) {
    return "%s.%s.%s"
        .formatted(action.version()._1(), action.version()._2(), action.version()._3());
  }

  private static FunctionSpec spec(
      FunctionId id, ExecutableWhiskAction action, Set<String> initArgs) {
    return new FunctionSpec(
        id,
        action.exec().kind(),
        action.limits().memory(),
        action.limits().concurrency(),
        SafeDepth.of(action, initArgs).depth());
  }
}
