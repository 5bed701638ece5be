/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.FunctionSpec;
import java.util.List;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.CodeExecAsString;
import org.apache.openwhisk.core.entity.ControllerInstanceId;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.ExecManifest$RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.Namespace;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.apache.openwhisk.core.entity.UserLimits;
import scala.Option;
import scala.Tuple2;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set;
import scala.concurrent.duration.Duration;
import spray.json.JsBoolean;
import spray.json.JsValue;

/**
 * Actions and activations for tests, with as little said as each test needs.
 *
 * @param withKey whether they get the API key, as those do whose owner does not say otherwise
 */
public record Actions(
    List<String> path,
    String name,
    String code,
    String revision,
    int memoryMb,
    int concurrency,
    java.util.Set<String> initArgs,
    boolean withKey,
    java.util.Map<String, JsValue> parameters) {

  public static final ExecManifest$RuntimeManifest PYTHON =
      new ExecManifest$RuntimeManifest(
          "python:3",
          new ExecManifest$ImageName(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty());

  public static Actions named(String name) {
    return new Actions(
        List.of("guest"),
        name,
        "def main(args): return {}",
        "1-" + name,
        256,
        1,
        java.util.Set.of(),
        true,
        java.util.Map.of());
  }

  /** Bound to one more parameter. */
  public Actions withParameter(String parameter, JsValue value) {
    java.util.Map<String, JsValue> more = new java.util.HashMap<>(parameters);
    more.put(parameter, value);
    return new Actions(path, name, code, revision, memoryMb, concurrency, initArgs, withKey, more);
  }

  /** As OpenWhisk's own clients create them. */
  public Actions withoutKey() {
    return new Actions(
        path, name, code, revision, memoryMb, concurrency, initArgs, false, parameters);
  }

  Actions withCode(String changed) {
    return new Actions(
        path, name, changed, revision, memoryMb, concurrency, initArgs, withKey, parameters);
  }

  public Actions withRevision(String changed) {
    return new Actions(
        path, name, code, changed, memoryMb, concurrency, initArgs, withKey, parameters);
  }

  public Actions withMemory(int mb) {
    return new Actions(path, name, code, revision, mb, concurrency, initArgs, withKey, parameters);
  }

  Actions withConcurrency(int changed) {
    return new Actions(
        path, name, code, revision, memoryMb, changed, initArgs, withKey, parameters);
  }

  public Actions inPackage(String changed) {
    return new Actions(
        List.of("guest", changed),
        name,
        code,
        revision,
        memoryMb,
        concurrency,
        initArgs,
        withKey,
        parameters);
  }

  /** Its calls bring these parameters for initialisation. */
  public Actions withInitArgs(String... names) {
    return new Actions(
        path,
        name,
        code,
        revision,
        memoryMb,
        concurrency,
        java.util.Set.of(names),
        withKey,
        parameters);
  }

  /** What a call of it in a namespace is of. */
  public FunctionSpec calledIn(String namespace, InvokedFunctions functions) {
    return functions.of(run(namespace, "x")).spec();
  }

  /** The names of the parameters that its calls bring for initialisation. */
  public Set<String> initParameters() {
    return JavaConverters.asScalaSet(initArgs).toSet();
  }

  public ExecutableWhiskAction action() {
    return new ExecutableWhiskAction(
            segments(),
            name,
            new CodeExecAsString(PYTHON, code, Option.empty()),
            bound(),
            new ActionLimits(
                Duration.create(60, "seconds"), memoryMb, 10, concurrency, Option.empty()),
            new Tuple3<>(0, 0, 1),
            false,
            annotations(),
            Option.empty())
        .revision(revision);
  }

  Run run(String activationId) {
    return run("guest", activationId);
  }

  Run run(String namespace, String activationId) {
    return new Run(
        action(),
        new ActivationMessage(
            new TransactionMetadata("tid", java.time.Instant.EPOCH, false, Option.empty()),
            new FullyQualifiedEntityName(segments(), name, Option.empty(), Option.empty()),
            revision,
            new Identity(
                "subject", new Namespace(namespace, "uuid"), null, set(), new UserLimits()),
            activationId,
            new ControllerInstanceId(),
            true,
            Option.empty(),
            initParameters(),
            none(),
            Option.empty(),
            Option.empty()),
        Option.empty());
  }

  private Map<ParameterName, ParameterValue> bound() {
    Map<ParameterName, ParameterValue> all = none();
    for (var parameter : parameters.entrySet()) {
      all =
          all.$plus(
              new Tuple2<>(
                  new ParameterName(parameter.getKey()),
                  new ParameterValue(parameter.getValue(), false, Option.empty())));
    }
    return all;
  }

  private Map<ParameterName, ParameterValue> annotations() {
    Map<ParameterName, ParameterValue> all = none();
    return withKey
        ? all
        : all.$plus(
            new Tuple2<>(
                new ParameterName("provide-api-key"),
                new ParameterValue(JsBoolean.apply(false), false, Option.empty())));
  }

  private Seq<String> segments() {
    return JavaConverters.asScalaBuffer(path);
  }

  private static <K, V> Map<K, V> none() {
    return Map$.MODULE$.empty();
  }

  private static <T> Set<T> set() {
    return JavaConverters.<T>asScalaSet(java.util.Set.of()).toSet();
  }
}
