/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static scala.collection.JavaConverters.mapAsJavaMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Tuple2;
import scala.Tuple3;
import scala.collection.immutable.Map$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * What a container is told at {@code /init}, but for what belongs to a single activation: name,
 * code, main function, whether the code is binary, and the environment with the invoking namespace,
 * the action's fully qualified name, its version and its init-time parameters.
 *
 * <p>This is the proof that a container that was initialised ahead may serve an activation: it may
 * if and only if the activation's own payload is equal. Whatever tells two tenants, actions or
 * versions apart for the code in the container stands in it, and names are compared as they are,
 * not as container names show them.
 *
 * <p>Activation id, transaction id, deadline and API key are left out: {@code /run} sets them for
 * each activation anew, so that a container that was initialised ahead has none of an old call.
 */
public final class InitPayload {

  private static final String ENV = "env";
  private static final Set<String> OF_ONE_ACTIVATION =
      Set.of("__OW_ACTIVATION_ID", "__OW_TRANSACTION_ID", "__OW_DEADLINE", "__OW_API_KEY");

  private final JsObject initializer;
  private final Map<String, JsValue> fields;

  private InitPayload(JsObject initializer) {
    this.initializer = initializer;
    this.fields = new HashMap<>(mapAsJavaMap(initializer.fields()));
    if (fields.get(ENV) instanceof JsObject env) {
      Map<String, JsValue> variables = new HashMap<>(mapAsJavaMap(env.fields()));
      variables.keySet().removeAll(OF_ONE_ACTIVATION);
      fields.put(ENV, object(variables));
    }
  }

  /** Of what a container is told for an activation. */
  public static InitPayload of(JsObject initializer) {
    return new InitPayload(initializer);
  }

  /** Of an action without init-time parameters, as OpenWhisk will tell it for any activation. */
  public static InitPayload ahead(ExecutableWhiskAction action, String namespace) {
    Tuple3<Object, Object, Object> version = action.version();
    return new InitPayload(
        action.containerInitializer(
            object(
                    Map.of(
                        "__OW_NAMESPACE", new JsString(namespace),
                        "__OW_ACTION_NAME",
                            new JsString("/" + action.fullyQualifiedName(false).asString()),
                        "__OW_ACTION_VERSION",
                            new JsString(
                                "%s.%s.%s".formatted(version._1(), version._2(), version._3()))))
                .fields()));
  }

  /** As it is to be sent. Only of what was made {@link #ahead} it has no API key. */
  JsObject initializer() {
    return initializer;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InitPayload that && that.fields.equals(fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  private static JsObject object(Map<String, JsValue> fields) {
    scala.collection.immutable.Map<String, JsValue> members = Map$.MODULE$.empty();
    for (Map.Entry<String, JsValue> field : fields.entrySet()) {
      members = members.$plus(new Tuple2<>(field.getKey(), field.getValue()));
    }
    return new JsObject(members);
  }
}
