/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Properties of a function that the pool needs to place its activations.
 *
 * @param id identity; containers are shared only between equal ones
 * @param kind the runtime kind, for example {@code nodejs:20}
 * @param memoryMb the memory limit of a container, in MB
 * @param maxConcurrent how many activations may run in one container at a time, at least 1
 * @param deepest how far its containers may be prepared ahead of a call
 */
public record FunctionSpec(
    FunctionId id, String kind, int memoryMb, int maxConcurrent, PreparationDepth deepest) {

  /** A function that may be initialised ahead of its call. */
  public FunctionSpec(FunctionId id, String kind, int memoryMb, int maxConcurrent) {
    this(id, kind, memoryMb, maxConcurrent, PreparationDepth.INITIALISED);
  }

  public FunctionSpec {
    if (memoryMb <= 0) {
      throw new IllegalArgumentException(
          "memory of " + id + " is " + memoryMb + " MB, expected more than 0");
    }
    if (maxConcurrent < 1) {
      throw new IllegalArgumentException(
          "concurrency of " + id + " is " + maxConcurrent + ", expected at least 1");
    }
  }

  /** The stem cell that can become a container of this function. */
  public StemCell stemCell() {
    return new StemCell(kind, memoryMb);
  }
}
