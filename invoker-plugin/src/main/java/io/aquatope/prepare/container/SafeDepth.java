/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.pool.PreparationDepth;
import java.util.Optional;
import java.util.Set;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.Parameters$;
import scala.Option;
import spray.json.JsBoolean;
import spray.json.JsValue;

/**
 * Depth to which an action may be prepared ahead of its call. The first rule that applies decides:
 *
 * <ol>
 *   <li>the invokers' own health test, and actions annotated {@code aquatope-prepare: false}: no
 *       container of its own;
 *   <li>actions with init-time parameters, which come with the call: created;
 *   <li>actions annotated {@code aquatope-prepare: true}: initialised;
 *   <li>actions from images of users, whose {@code /init} may do anything, for example open a
 *       session: created;
 *   <li>actions that want the API key, which OpenWhisk gives them at {@code /init} too: created, as
 *       their code may read it there, and it belongs to the call;
 *   <li>all others: initialised.
 * </ol>
 *
 * @param choice the developer's value of the annotation, if it is true or false
 */
public record SafeDepth(
    boolean healthTest,
    Optional<Boolean> choice,
    boolean initParameters,
    boolean usersImage,
    boolean apiKey) {

  /** The annotation by which a developer chooses. */
  public static final String ANNOTATION = "aquatope-prepare";

  private static final String SYSTEM_NAMESPACE = "whisk.system";
  private static final String HEALTH_TEST = "invokerHealthTestAction";

  /**
   * The depth of an action.
   *
   * @param initArgs the names of the init-time parameters that a call brings
   */
  public static SafeDepth of(
      ExecutableWhiskAction action, scala.collection.immutable.Set<String> initArgs) {
    Parameters$ parameters = Parameters$.MODULE$;
    return new SafeDepth(
        isHealthTest(action),
        choice(parameters.get$extension(action.annotations(), ANNOTATION)),
        !initArgs.isEmpty() || !parameters.initParameters$extension(action.parameters()).isEmpty(),
        action.exec().pull(),
        parameters.isTruthy$extension(action.annotations(), "provide-api-key", true));
  }

  /**
   * The depth of an action, derived from the payload of its initialisation.
   *
   * @param annotation the developer's value of the annotation
   */
  public static SafeDepth of(InitPayload payload, boolean usersImage, Optional<String> annotation) {
    return new SafeDepth(
        isHealthTest(payload),
        annotation.filter(Set.of("true", "false")::contains).map(Boolean::valueOf),
        payload.hasInitParameters(),
        usersImage,
        payload.wantsApiKey());
  }

  /** Whether the payload is that of the action that tests invokers, which is never prepared. */
  public static boolean isHealthTest(InitPayload payload) {
    return payload
        .variable(InitPayload.ACTION)
        .filter(name -> name.startsWith("/" + SYSTEM_NAMESPACE + "/" + HEALTH_TEST))
        .isPresent();
  }

  /** The depth that these properties allow. */
  public PreparationDepth depth() {
    if (healthTest || choice.equals(Optional.of(false))) {
      return PreparationDepth.STEM_CELL;
    } else if (initParameters) {
      return PreparationDepth.CREATED;
    } else if (choice.equals(Optional.of(true))) {
      return PreparationDepth.INITIALISED;
    } else {
      return usersImage || apiKey ? PreparationDepth.CREATED : PreparationDepth.INITIALISED;
    }
  }

  private static boolean isHealthTest(ExecutableWhiskAction action) {
    return action.namespace().mkString("/").equals(SYSTEM_NAMESPACE)
        && action.name().startsWith(HEALTH_TEST);
  }

  private static Optional<Boolean> choice(Option<JsValue> annotation) {
    return annotation.isDefined() && annotation.get() instanceof JsBoolean choice
        ? Optional.of(choice.value())
        : Optional.empty();
  }
}
