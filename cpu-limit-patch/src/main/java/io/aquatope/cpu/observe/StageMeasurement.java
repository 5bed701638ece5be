/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import io.aquatope.cpu.limit.CpuLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Measurement of one activation: its limits and its use of resources. The optimiser learns from it.
 *
 * @param cpu CPU time of the run; empty if the kernel's figures are not visible
 * @param shared whether other runs in the same container overlapped this one; the CPU figures then
 *     belong to all of them
 */
public record StageMeasurement(
    Activation activation,
    Resources resources,
    Timing timing,
    Optional<CpuUsage> cpu,
    boolean shared,
    Outcome outcome) {

  /**
   * The measured activation.
   *
   * @param id as in the activation record
   * @param workflow the transaction that the activation descends from; stages of one workflow
   *     instance share it
   * @param workflowStart arrival of that transaction
   * @param namespace the invoking namespace
   * @param action the fully qualified name of the action, without version
   * @param version the version of the action
   */
  public record Activation(
      String id,
      String workflow,
      Instant workflowStart,
      String namespace,
      String action,
      String version) {}

  /**
   * The limits of the container, and the memory that it used.
   *
   * @param limit the CPU limit when the run began; empty if there was none
   * @param limitChanged whether the limit was not certainly in force from beginning to end: another
   *     one was wanted, being set or refused at some time of the run
   * @param memoryMb the memory limit of the container, in MB
   * @param memoryPeakMb the most that the container has held since it was created, files in the
   *     cache included; empty if the kernel's figures are not visible
   */
  public record Resources(
      Optional<CpuLimit> limit, boolean limitChanged, long memoryMb, OptionalInt memoryPeakMb) {}

  /**
   * The times of the activation.
   *
   * @param start when the run began, after a wait and perhaps an initialisation
   * @param duration of the run, without initialisation, by a monotonic clock
   * @param initTime of the initialisation; zero unless {@code cold}
   * @param waitTime from the request until the first request to the container
   * @param cold whether the container had to be initialised for this activation
   */
  public record Timing(
      Instant start, Duration duration, Duration initTime, Duration waitTime, boolean cold) {}

  /** Outcomes of an activation. */
  public enum Outcome {
    SUCCESS,
    APPLICATION_ERROR,
    DEVELOPER_ERROR,
    WHISK_ERROR;

    /** The outcome with this number in OpenWhisk. */
    public static Outcome of(int statusCode) {
      return switch (statusCode) {
        case 0 -> SUCCESS;
        case 1 -> APPLICATION_ERROR;
        case 2 -> DEVELOPER_ERROR;
        default -> WHISK_ERROR;
      };
    }
  }
}
