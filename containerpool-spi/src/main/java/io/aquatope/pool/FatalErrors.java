/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * The errors after which a virtual machine is not to be relied on: all {@link VirtualMachineError}s
 * but a {@link StackOverflowError}, which ends with the calls that caused it.
 *
 * <p>When memory has run out, or the virtual machine is broken, any object may be half written,
 * also those of other threads. A pool that went on would lose count of its containers without a
 * word, so these errors go on to OpenWhisk's dispatcher, which ends the process; the invoker is
 * started anew and removes what was left. All other errors, for example a method that another
 * version of OpenWhisk lacks, are the fault of the code that was called, and cost no more than its
 * answer.
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
