/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.join.NamespaceDeclarations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Entity store in memory, which takes whatever tenants put, and the looks at it. */
public final class FakeEntityStore {

  private final Map<String, EntityReader.Entity> actions = new TreeMap<>();

  private final EntityReader reader =
      new EntityReader() {
        @Override
        public CompletableFuture<Page> page(String namespace, int skip, int limit) {
          List<Entity> rows =
              actions.values().stream()
                  .filter(action -> action.name().startsWith(namespace + "/"))
                  .skip(skip)
                  .limit(limit)
                  .toList();
          return CompletableFuture.completedFuture(
              new Page(
                  rows.size(),
                  rows.stream()
                      .filter(action -> !action.annotations().isEmpty())
                      .map(Entity::name)
                      .toList()));
        }

        @Override
        public CompletableFuture<Optional<Entity>> action(String name) {
          return CompletableFuture.completedFuture(Optional.ofNullable(actions.get(name)));
        }
      };

  /** Puts a sequence, as OpenWhisk lets a tenant do with whatever it may read. */
  public void sequence(String name, Map<String, String> annotations, List<String> components) {
    actions.put(name, new EntityReader.Entity(name, annotations, false, true, components));
  }

  /** Puts an action that is no sequence. */
  public void action(String name, Map<String, String> annotations, boolean isConductor) {
    actions.put(name, new EntityReader.Entity(name, annotations, isConductor, false, List.of()));
  }

  public void delete(String name) {
    actions.remove(name);
  }

  /** Deletes all that a namespace has. */
  public void deleteAll(String namespace) {
    actions.keySet().removeIf(name -> name.startsWith(namespace + "/"));
  }

  public List<String> names() {
    return List.copyOf(actions.keySet());
  }

  /** What a look at a namespace finds; empty if the look was given up. */
  public Optional<NamespaceDeclarations> look(
      HubQuotas quotas, String namespace, Collection<String> known) {
    return new NamespaceSurvey(new BudgetedReader(reader, quotas.surveyReads()), quotas, namespace)
        .run(known)
        .handle((found, failure) -> Optional.ofNullable(found))
        .join();
  }
}
