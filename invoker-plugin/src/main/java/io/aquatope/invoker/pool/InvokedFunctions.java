/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import com.google.common.base.Strings;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.MapMaker;
import io.aquatope.pool.Depth;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prepare.SafeDepth;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
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
 * are likely to be invoked, so that containers can be prepared for one that has none; as many as
 * their code together takes {@value #MOST_CODE_MB} MB.
 *
 * <p>Thread-safe.
 */
public final class InvokedFunctions {

  private static final int MOST_CODE_MB = 64;

  private final ConcurrentMap<FunctionId, InvokedFunction> inUse =
      new MapMaker().weakValues().makeMap();

  private final Cache<Name, InvokedFunction> recent =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_CODE_MB << 20)
          .<Name, InvokedFunction>weigher((name, function) -> bytes(function.action()))
          .build();

  private record Name(String namespace, String action) {}

  InvokedFunction of(Run run) {
    InvokedFunction function =
        of(run.msg().user().namespace().name(), run.action(), run.msg().initArgs());
    FunctionId id = function.spec().id();
    recent.put(new Name(id.namespace(), id.action()), function);
    return function;
  }

  /**
   * An action is likely to be invoked in a namespace.
   *
   * @param initArgs the names of the init-time parameters that the call is thought to bring
   */
  public void expect(String namespace, ExecutableWhiskAction action, Set<String> initArgs) {
    Name name = new Name(namespace, action.fullyQualifiedName(false).asString());
    if (recent.getIfPresent(name) == null) {
      recent.put(name, of(namespace, action, initArgs));
    }
  }

  /** A function of those held here, at the revision invoked last. */
  public Optional<FunctionSpec> latest(String namespace, String action) {
    return Optional.ofNullable(recent.getIfPresent(new Name(namespace, action)))
        .map(InvokedFunction::spec);
  }

  private InvokedFunction of(String namespace, ExecutableWhiskAction action, Set<String> initArgs) {
    String name = action.fullyQualifiedName(false).asString();
    String revision = revision(action);
    for (int variant = 2; ; variant++) {
      FunctionId id = new FunctionId(namespace, name, revision);
      InvokedFunction function =
          inUse.computeIfAbsent(
              id, key -> new InvokedFunction(spec(key, action, initArgs), action));
      if (function.action().equals(action) && admits(function.spec(), initArgs)) {
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
    return initArgs.isEmpty() || function.deepest() != Depth.INITIALISED;
  }

  /** The action of an identity, if anything still holds it. */
  public Optional<ExecutableWhiskAction> action(FunctionId id) {
    return find(id).map(InvokedFunction::action);
  }

  /** The function of an identity, if it is held here or by anything else. */
  Optional<InvokedFunction> find(FunctionId id) {
    return Optional.ofNullable(inUse.get(id));
  }

  private static int bytes(ExecutableWhiskAction action) {
    return Math.toIntExact(1 + action.exec().size().toBytes());
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
