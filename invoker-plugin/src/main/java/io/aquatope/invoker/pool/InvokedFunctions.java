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
 * Assigns function identities to actions: equal identities to equal actions in one namespace, and
 * different ones to different actions.
 *
 * <p>OpenWhisk shares a container between activations only if namespace and action are equal by
 * structure. An identity consists of names and the document's revision. A store may assign the same
 * revision twice, for example if an action is deleted and created again. Therefore an identity
 * stays bound to its action as long as anything holds that {@link InvokedFunction}. Holders of
 * containers or waiting activations of a function must hold it. If another action would have the
 * same identity, it gets the next variant of it. So does an action that turns out to have init-time
 * parameters.
 *
 * <p>This class holds the functions invoked most recently, each at its latest revision, and the
 * functions that are expected to be invoked, so that containers can be prepared for functions that
 * have none. The heap that they keep alive is bounded and {@linkplain NamespaceCache shared fairly}
 * by the invoking namespaces. Other functions are known as long as they are held elsewhere.
 *
 * <p>Thread-safe. A new function is weighed, which takes time in proportion to its action: do not
 * call this on the pool's thread.
 */
public final class InvokedFunctions {

  private final ConcurrentMap<FunctionId, InvokedFunction> inUse =
      new MapMaker().weakValues().makeMap();

  private final NamespaceCache<InvokedFunction> recent;
  private final boolean leased;

  /** Without an observer of the held heap. */
  public InvokedFunctions() {
    this(false, NamespaceCache.Usage.UNOBSERVED);
  }

  /**
   * @param leased whether containers are leased: then a container has one lease at a time, whatever
   *     the action's concurrency
   */
  InvokedFunctions(boolean leased, NamespaceCache.Usage usage) {
    this(ActionWeight.MOST_BYTES, System::nanoTime, leased, usage);
  }

  InvokedFunctions(long mostBytes, LongSupplier nanoTime, NamespaceCache.Usage usage) {
    this(mostBytes, nanoTime, false, usage);
  }

  private InvokedFunctions(
      long mostBytes, LongSupplier nanoTime, boolean leased, NamespaceCache.Usage usage) {
    this.recent = new NamespaceCache<>(mostBytes, ActionWeight.KEEP, nanoTime, usage);
    this.leased = leased;
  }

  /** Creates an activation of the called function for the pool. */
  public RunActivation activation(Run run) {
    return new RunActivation(run, of(run));
  }

  InvokedFunction of(Run run) {
    return invoked(run.msg().user().namespace().name(), run.action(), run.msg().initArgs());
  }

  /**
   * The function of a call.
   *
   * @param namespace that invokes the action
   * @param initArgs the names of the call's init-time parameters
   */
  public InvokedFunction invoked(
      String namespace, ExecutableWhiskAction action, Set<String> initArgs) {
    InvokedFunction function = of(namespace, action, initArgs);
    hold(function);
    return function;
  }

  /**
   * Adds an action that a namespace is expected to invoke.
   *
   * @param initArgs the names of the expected init-time parameters of the call
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

  /** Finds a function held here, at the revision invoked last. */
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
   * Whether a function may serve calls with these init-time parameters. A function that is
   * initialised ahead was expected to have none. It cannot serve calls through a package binding
   * that adds some, and its containers would be useless.
   */
  private static boolean admits(FunctionSpec function, Set<String> initArgs) {
    return initArgs.isEmpty() || function.deepest() != PreparationDepth.INITIALISED;
  }

  /** The action of an identity, if anything still holds it. */
  public Optional<ExecutableWhiskAction> action(FunctionId id) {
    return find(id).map(InvokedFunction::action);
  }

  /** The function of an identity, if it is held here or elsewhere. */
  public Optional<InvokedFunction> find(FunctionId id) {
    return Optional.ofNullable(inUse.get(id));
  }

  /**
   * Number of identities bound to an action. Identities that nobody holds are removed with a delay.
   */
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

  private FunctionSpec spec(FunctionId id, ExecutableWhiskAction action, Set<String> initArgs) {
    return new FunctionSpec(
        id,
        action.exec().kind(),
        action.limits().memory(),
        leased ? 1 : action.limits().concurrency(),
        SafeDepth.of(action, initArgs).depth());
  }
}
