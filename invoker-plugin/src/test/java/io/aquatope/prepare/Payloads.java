/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.prepare.container.InitPayload;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput$;

/** What OpenWhisk tells a runtime at {@code /init}, with as little said as each test needs. */
public record Payloads(String namespace, String action, String version, String code, String more) {

  public static final Payloads HELLO =
      new Payloads("guest", "/guest/hello", "0.0.1", "def main(a): return a", "");

  public Payloads in(String other) {
    return new Payloads(other, action, version, code, more);
  }

  public Payloads named(String other) {
    return new Payloads(namespace, other, version, code, more);
  }

  public Payloads at(String other) {
    return new Payloads(namespace, action, other, code, more);
  }

  public Payloads withCode(String other) {
    return new Payloads(namespace, action, version, other, more);
  }

  public Payloads with(String variable, String value) {
    return new Payloads(
        namespace, action, version, code, more + ", \"%s\": \"%s\"".formatted(variable, value));
  }

  /** With what belongs to one activation, as container proxies send it. */
  public Payloads ofActivation(String id) {
    return with("__OW_ACTIVATION_ID", id)
        .with("__OW_TRANSACTION_ID", "t" + id)
        .with("__OW_DEADLINE", "1" + id.hashCode());
  }

  public JsObject json() {
    JsValue value =
        JsonParser$.MODULE$.apply(
            ParserInput$.MODULE$.apply(
                """
                {"name": "%s", "main": "main", "binary": false, "code": "%s",
                 "env": {"__OW_NAMESPACE": "%s", "__OW_ACTION_NAME": "%s",
                         "__OW_ACTION_VERSION": "%s"%s}}"""
                    .formatted(
                        action.replaceFirst(".*/", ""), code, namespace, action, version, more)));
    return value.asJsObject();
  }

  public InitPayload payload() {
    return InitPayload.of(json());
  }
}
