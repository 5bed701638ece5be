/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.openwhisk.core.entity;

import java.util.Objects;
import org.apache.openwhisk.SignatureOnly;
import scala.Option;
import scala.Tuple3;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** Equal by structure, as in OpenWhisk; the document's revision is not part of it. */
public class ExecutableWhiskAction extends WhiskActionLike {
  private final Seq<String> namespace;
  private final String name;
  private final CodeExec<?> exec;
  private final Map<ParameterName, ParameterValue> parameters;
  private final ActionLimits limits;
  private final Tuple3<Object, Object, Object> version;
  private final boolean publish;
  private final Map<ParameterName, ParameterValue> annotations;
  private final Option<EntityPath> binding;

  public ExecutableWhiskAction(
      Seq<String> namespace,
      String name,
      CodeExec<?> exec,
      Map<ParameterName, ParameterValue> parameters,
      ActionLimits limits,
      Tuple3<Object, Object, Object> version,
      boolean publish,
      Map<ParameterName, ParameterValue> annotations,
      Option<EntityPath> binding) {
    this.namespace = namespace;
    this.name = name;
    this.exec = exec;
    this.parameters = parameters;
    this.limits = limits;
    this.version = version;
    this.publish = publish;
    this.annotations = annotations;
    this.binding = binding;
  }

  @Override
  public Seq<String> namespace() {
    return namespace;
  }

  @Override
  public String name() {
    return name;
  }

  public CodeExec<?> exec() {
    return exec;
  }

  @Override
  public ActionLimits limits() {
    return limits;
  }

  @Override
  public Map<ParameterName, ParameterValue> annotations() {
    return annotations;
  }

  public Tuple3<Object, Object, Object> version() {
    return version;
  }

  public Map<ParameterName, ParameterValue> parameters() {
    return parameters;
  }

  public JsObject containerInitializer(Map<String, JsValue> env) {
    throw new SignatureOnly();
  }

  public WhiskAction toWhiskAction() {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object object) {
    if (!(object instanceof ExecutableWhiskAction)) {
      return false;
    }
    ExecutableWhiskAction other = (ExecutableWhiskAction) object;
    return other.namespace.equals(namespace)
        && other.name.equals(name)
        && other.exec.equals(exec)
        && other.parameters.equals(parameters)
        && other.limits.equals(limits)
        && other.version.equals(version)
        && other.publish == publish
        && other.annotations.equals(annotations)
        && other.binding.equals(binding);
  }

  @Override
  public int hashCode() {
    return Objects.hash(namespace, name, version);
  }
}
