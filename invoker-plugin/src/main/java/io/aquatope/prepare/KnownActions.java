/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRequest;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The recently started actions, so that containers can be prepared for them, each action at the
 * version started last. The heap that they keep alive is bounded and {@linkplain NamespaceCache
 * shared fairly} by the namespaces that invoke the actions. Thread-safe.
 */
final class KnownActions {

  private final long mostBytes;
  private final NamespaceCache<Known> known;

  KnownActions(NamespaceCache.Usage usage) {
    this(ActionWeight.MOST_BYTES, System::nanoTime, usage);
  }

  KnownActions(long mostBytes, LongSupplier nanoTime, NamespaceCache.Usage usage) {
    this.mostBytes = mostBytes;
    this.known = new NamespaceCache<>(mostBytes, ActionWeight.KEEP, nanoTime, usage);
  }

  /** Everything needed to create a container of a function. */
  record Known(
      FunctionSpec function,
      ContainerRequest recipe,
      ContainerInitialisation initialisation,
      InitPayload payload) {

    /** The heap that it keeps alive; counted up to the given limit. */
    long bytes(long most) {
      HeapEstimate estimate = new HeapEstimate(most).add(initialisation.initializer());
      recipe.executable().ifPresent(estimate::add);
      initialisation.executable().ifPresent(estimate::add);
      return estimate.bytes();
    }
  }

  void learn(
      FunctionSpec function, ContainerRequest recipe, ContainerInitialisation initialisation) {
    ContainerInitialisation ahead = InitPayload.withoutCall(initialisation);
    Known latest = new Known(function, recipe, ahead, InitPayload.of(ahead.initializer()));
    FunctionId id = function.id();
    known.put(id.namespace(), id.action(), latest, latest.bytes(mostBytes));
  }

  Optional<Known> find(FunctionId function) {
    return known
        .get(function.namespace(), function.action())
        .filter(latest -> latest.function().id().equals(function));
  }

  /** Whether a function is known. Does not count as a use. */
  boolean holds(FunctionId function) {
    return known
        .peek(function.namespace(), function.action())
        .filter(latest -> latest.function().id().equals(function))
        .isPresent();
  }

  /** The heap in bytes that all known actions keep alive. */
  long heldBytes() {
    return known.bytes();
  }

  /**
   * The function of a payload. Versions repeat if an action is deleted and created again, so the
   * identity includes the code.
   */
  static FunctionId id(InitPayload payload) {
    return new FunctionId(
        payload.variable(InitPayload.NAMESPACE).orElse(""),
        payload.variable(InitPayload.ACTION).orElse("").replaceFirst("^/", ""),
        payload.variable(InitPayload.VERSION).orElse("") + "~" + payload.codeHash());
  }
}
