/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

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
import org.apache.openwhisk.core.entity.UserLimits;
import scala.Option;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set;
import scala.concurrent.duration.Duration;

/** Actions and activations for tests, with as little said as each test needs. */
public record Actions(String name, String code, String revision, int memoryMb, int concurrency) {

  static final ExecManifest$RuntimeManifest PYTHON =
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
    return new Actions(name, "def main(args): return {}", "1-" + name, 256, 1);
  }

  Actions withCode(String changed) {
    return new Actions(name, changed, revision, memoryMb, concurrency);
  }

  Actions withRevision(String changed) {
    return new Actions(name, code, changed, memoryMb, concurrency);
  }

  Actions withMemory(int mb) {
    return new Actions(name, code, revision, mb, concurrency);
  }

  Actions withConcurrency(int changed) {
    return new Actions(name, code, revision, memoryMb, changed);
  }

  public ExecutableWhiskAction action() {
    return new ExecutableWhiskAction(
            path("guest"),
            name,
            new CodeExecAsString(PYTHON, code, Option.empty()),
            none(),
            new ActionLimits(
                Duration.create(60, "seconds"), memoryMb, 10, concurrency, Option.empty()),
            new Tuple3<>(0, 0, 1),
            false,
            none(),
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
            new FullyQualifiedEntityName(path("guest"), name, Option.empty(), Option.empty()),
            revision,
            new Identity(
                "subject", new Namespace(namespace, "uuid"), null, set(), new UserLimits()),
            activationId,
            new ControllerInstanceId(),
            true,
            Option.empty(),
            set(),
            none(),
            Option.empty(),
            Option.empty()),
        Option.empty());
  }

  private static Seq<String> path(String... segments) {
    return JavaConverters.asScalaBuffer(List.of(segments));
  }

  private static <K, V> Map<K, V> none() {
    return Map$.MODULE$.empty();
  }

  private static <T> Set<T> set() {
    return JavaConverters.<T>asScalaSet(java.util.Set.of()).toSet();
  }
}
