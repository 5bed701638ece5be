/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static scala.collection.JavaConverters.mapAsJavaMap;

import io.aquatope.whisk.ContainerInitialisation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.Tuple2;
import scala.Tuple3;
import scala.collection.immutable.Map$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * Payload that a container receives at {@code /init}, without the values of a single activation:
 * name, code, main function, whether the code is binary, and the environment with the invoking
 * namespace, the action's fully qualified name, its version and its init-time parameters.
 *
 * <p>The payload proves that a container that was initialised ahead may serve an activation: it may
 * if and only if the activation's own payload is equal. The payload contains everything by which
 * the code in the container can distinguish tenants, actions or versions. Names are compared in
 * full, not in the shortened form of container names.
 *
 * <p>Activation id, transaction id, deadline and API key are left out. {@code /run} sets them for
 * each activation, so a container that was initialised ahead has none of an old call.
 */
public final class InitPayload {

  public static final String NAMESPACE = "__OW_NAMESPACE";
  public static final String ACTION = "__OW_ACTION_NAME";
  public static final String VERSION = "__OW_ACTION_VERSION";

  private static final String API_KEY = "__OW_API_KEY";
  private static final String ENV = "env";
  private static final Set<String> OF_ONE_ACTIVATION =
      Set.of("__OW_ACTIVATION_ID", "__OW_TRANSACTION_ID", "__OW_DEADLINE", API_KEY);
  private static final Set<String> OPENWHISKS_OWN = Set.of(NAMESPACE, ACTION, VERSION);

  private final JsObject json;
  private final List<Optional<String>> names;
  private final boolean wantsApiKey;

  private InitPayload(JsObject initializer) {
    Map<String, JsValue> fields = new HashMap<>(mapAsJavaMap(initializer.fields()));
    boolean withKey = false;
    if (fields.get(ENV) instanceof JsObject env) {
      Map<String, JsValue> variables = new HashMap<>(mapAsJavaMap(env.fields()));
      withKey = variables.containsKey(API_KEY);
      variables.keySet().removeAll(OF_ONE_ACTIVATION);
      fields.put(ENV, object(variables));
    }
    this.json = object(fields);
    this.wantsApiKey = withKey;
    this.names = List.of(variable(NAMESPACE), variable(ACTION), variable(VERSION));
  }

  /** The payload of an initialisation for an activation. */
  public static InitPayload of(JsObject initializer) {
    return new InitPayload(initializer);
  }

  /**
   * The payload of an action without init-time parameters, as OpenWhisk will send it for any
   * activation.
   */
  public static InitPayload ahead(ExecutableWhiskAction action, String namespace) {
    Tuple3<Object, Object, Object> version = action.version();
    return new InitPayload(
        action.containerInitializer(
            object(
                    Map.of(
                        NAMESPACE, new JsString(namespace),
                        ACTION, new JsString("/" + action.fullyQualifiedName(false).asString()),
                        VERSION,
                            new JsString(
                                "%s.%s.%s".formatted(version._1(), version._2(), version._3()))))
                .fields()));
  }

  /**
   * Initialisation of an action without init-time parameters, in the namespace that will invoke it.
   */
  public static ContainerInitialisation initialisation(
      ExecutableWhiskAction action, String namespace) {
    return new ContainerInitialisation(
        ahead(action, namespace).json(),
        action.limits().timeout(),
        action.limits().concurrency(),
        Option.apply(action.toWhiskAction()));
  }

  /** The same initialisation, without the values of the call. */
  public static ContainerInitialisation withoutCall(ContainerInitialisation initialisation) {
    return initialisation.with(of(initialisation.initializer()).json());
  }

  /** The variable of the environment, if it is set. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(env().get(name))
        .map(value -> value instanceof JsString text ? text.value() : value.compactPrint());
  }

  /** Whether the activation brought its API key. */
  boolean wantsApiKey() {
    return wantsApiKey;
  }

  /** Whether the environment has more variables than OpenWhisk itself sets. */
  boolean hasInitParameters() {
    return !OPENWHISKS_OWN.containsAll(env().keySet());
  }

  /** Hash of the code and the way it is run, without the environment. */
  public String codeHash() {
    Map<String, JsValue> fields = new HashMap<>(mapAsJavaMap(json.fields()));
    fields.remove(ENV);
    return Integer.toHexString(fields.hashCode());
  }

  private Map<String, JsValue> env() {
    Option<JsValue> env = json.fields().get(ENV);
    return env.isDefined() && env.get() instanceof JsObject variables
        ? mapAsJavaMap(variables.fields())
        : Map.of();
  }

  /** The body to send ahead of calls. */
  JsObject json() {
    return json;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InitPayload that
        // Short fields first: texts of megabytes are compared within one action only.
        && that.names.equals(names)
        && that.json.equals(json);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  private static JsObject object(Map<String, JsValue> fields) {
    scala.collection.immutable.Map<String, JsValue> members = Map$.MODULE$.empty();
    for (Map.Entry<String, JsValue> field : fields.entrySet()) {
      members = members.$plus(new Tuple2<>(field.getKey(), field.getValue()));
    }
    return new JsObject(members);
  }
}
