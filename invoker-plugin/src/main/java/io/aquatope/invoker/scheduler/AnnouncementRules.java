/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.util.List;
import java.util.Set;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.Parameters$;
import scala.Option;
import scala.collection.JavaConverters;
import spray.json.JsValue;

/**
 * Rules of placement that the scheduler skips for announced containers, so that they must hold
 * before one is announced. An invoker does not know the scheduler's share of invokers for users'
 * images, so these are not announced at all.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class AnnouncementRules implements WarmKeys.Rules {

  private static final String RESOURCES = "invoker-resources";

  private final boolean tagged;
  private final List<String> dedicated;

  AnnouncementRules(InvokerInstanceId instance) {
    this.tagged = instance.tags().nonEmpty();
    this.dedicated = List.copyOf(JavaConverters.seqAsJavaList(instance.dedicatedNamespaces()));
  }

  @Override
  public boolean admits(String namespace, ExecutableWhiskAction action) {
    return !tagged
        && (dedicated.isEmpty() || dedicated.contains(namespace))
        && !action.exec().pull()
        && tags(action).isEmpty();
  }

  /** The tags that an action asks for. */
  static Set<String> tags(ExecutableWhiskAction action) {
    Option<JsValue> wanted = Parameters$.MODULE$.get$extension(action.annotations(), RESOURCES);
    return wanted.isEmpty() ? Set.of() : Set.of(wanted.get().compactPrint());
  }
}
