/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The errors after which a virtual machine cannot be relied on: all {@link VirtualMachineError}s
 * but a {@link StackOverflowError}, which ends with the calls that caused it.
 *
 * <p>When memory has run out, or the virtual machine is broken, any object may be half written,
 * also those of other threads. A pool that continued would lose count of its containers silently.
 * These errors therefore go on to OpenWhisk's dispatcher, which ends the process; the invoker
 * restarts and removes the remaining containers. All other errors, for example a method that
 * another version of OpenWhisk lacks, are the fault of the called code and cost only its answer.
 */
public final class FatalErrors {

  private FatalErrors() {}

  /** Throws the failure if it is such an error. */
  public static void rethrow(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
  }
}
