/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the releases of OpenWhisk that this project runs with. Each is told by a
 * class or a method, and never by a version number: builds and forks lie between the releases, and
 * each has some of the changes.
 *
 * <p>Code for one side of a difference is marked by {@link LinksWith} or {@link LinksWithout}. The
 * Java virtual machine links lazily, so code for the other side does no harm as long as it does not
 * run.
 */
public enum WhiskFeature {

  /**
   * OpenWhisk corrected the name of the acknowledgement's class (#5516, 2024-10-18). Without it,
   * the class is {@code AcknowledegmentMessage}.
   */
  ACKNOWLEDGEMENT_MESSAGE("org/apache/openwhisk/core/connector/AcknowledgementMessage"),

  /**
   * A container factory takes a CPU limit (#5443, 2023-09-29). Without it, containers are created
   * without a limit, and get it by a change.
   */
  CPU_LIMIT_AT_CREATION(
      "org/apache/openwhisk/core/containerpool/ContainerFactory",
      "createContainer",
      "(Lorg/apache/openwhisk/common/TransactionMetadata;Ljava/lang/String;"
          + "Lorg/apache/openwhisk/core/entity/ExecManifest$ImageName;Z"
          + "Lorg/apache/openwhisk/core/entity/ByteSize;ILscala/Option;Lscala/Option;"
          + "Lorg/apache/openwhisk/core/WhiskConfig;Lorg/apache/openwhisk/common/Logging;)"
          + "Lscala/concurrent/Future;"),

  /**
   * Namespaces have limits of concurrency of their own, so the class of the limits in one container
   * has a longer name (#5287, 2023-05-04). Without it, the class is {@code ConcurrencyLimitConfig}.
   */
  INTRA_CONCURRENCY_LIMIT("org/apache/openwhisk/core/entity/IntraConcurrencyLimitConfig"),

  /**
   * The invoker checks an action against the limits of its namespace (#5229, 2023-01-25). Without
   * it, only the controller checks them, when the action is written.
   */
  ACTION_LIMITS_CHECK(
      "org/apache/openwhisk/core/entity/ActionLimits",
      "checkLimits",
      "(Lorg/apache/openwhisk/core/entity/Identity;)V"),

  /**
   * A namespace has its own largest response (#5229, 2023-01-25). Without it, a run has no such
   * parameters, and the container's settings limit the response.
   */
  RESPONSE_LIMIT(
      "org/apache/openwhisk/core/containerpool/Container",
      "run",
      "(Lspray/json/JsValue;Lspray/json/JsObject;Lscala/concurrent/duration/FiniteDuration;I"
          + "Lorg/apache/openwhisk/core/entity/ByteSize;Lorg/apache/openwhisk/core/entity/ByteSize;"
          + "ZLorg/apache/openwhisk/common/TransactionMetadata;)Lscala/concurrent/Future;"),

  /**
   * A reader of actions may ask for one whose code is missing (#5355, 2022-12-08). Without it,
   * there is no such parameter. This project never asks for that.
   */
  MISSING_ATTACHMENT(
      "org/apache/openwhisk/core/entity/WhiskAction$",
      "get",
      "(Lorg/apache/openwhisk/core/database/ArtifactStore;Ljava/lang/String;Ljava/lang/String;ZZ"
          + "Lorg/apache/openwhisk/common/TransactionMetadata;Lscala/reflect/Manifest;)"
          + "Lscala/concurrent/Future;"),

  /**
   * An invoker answers its operator by texts, and reports the state of its pool (#5338,
   * 2022-11-01). Without it, the answers are routes, and there is no such report.
   */
  TEXT_ANSWERS("org/apache/openwhisk/core/invoker/InvokerCore", "enable", "()Ljava/lang/String;"),

  /**
   * The proxies of containers that pull their activations take a creation with a CPU limit (#5443,
   * 2023-09-29), as the pool's settings have one since then. Without it, this project has no pool
   * of its own under OpenWhisk's scheduler.
   */
  FUNCTION_PULLING(
      "org/apache/openwhisk/core/containerpool/ContainerPoolConfig",
      "cpuLimit",
      "(Lorg/apache/openwhisk/core/entity/ByteSize;)Lscala/Option;");

  private final String owner;
  private final @Nullable String method;
  private final @Nullable String descriptor;
  private final boolean present;

  WhiskFeature(String owner) {
    this(owner, null, null);
  }

  WhiskFeature(String owner, @Nullable String method, @Nullable String descriptor) {
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
    this.present = isIn(WhiskFeature.class.getClassLoader());
  }

  /** Whether the OpenWhisk that loaded this class has it. */
  public boolean isPresent() {
    return present;
  }

  /** The internal name of the class that tells the feature. */
  public String owner() {
    return owner;
  }

  /** Whether a method of the {@linkplain #owner class} tells the feature; or the class itself. */
  public boolean isTold(String name, String ofDescriptor) {
    return name.equals(method) && ofDescriptor.equals(descriptor);
  }

  /** Whether the mere existence of the class tells the feature. */
  public boolean isToldByClass() {
    return method == null;
  }

  /**
   * Whether the classes of a loader have it. No class is initialised, and absent ones have none.
   */
  public boolean isIn(@Nullable ClassLoader loader) {
    try {
      Class<?> type = Class.forName(owner.replace('/', '.'), false, loader);
      return isToldByClass()
          || Arrays.stream(type.getMethods())
              .anyMatch(
                  m ->
                      m.getDeclaringClass() == type
                          && m.getName().equals(method)
                          && MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                              .toMethodDescriptorString()
                              .equals(descriptor));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
