/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

/**
 * The default of containers without a limit: their share of the CPUs is their share of the memory.
 *
 * <pre>limit = cores * memory / pool memory</pre>
 *
 * <p>OpenWhisk has the same formula, but divides the memories as whole numbers: in a pool of 768 MB
 * it gives all cores to each container of 512 MB.
 *
 * @param cores that all containers of the pool may use together
 * @param poolMemoryMb the memory of all containers of the pool, in MB
 */
public record ProportionalLimit(double cores, long poolMemoryMb) {

  public ProportionalLimit {
    if (!(cores > 0) || poolMemoryMb <= 0) {
      throw new IllegalArgumentException(
          cores + " cores for " + poolMemoryMb + " MB of pool, expected more than 0 of both");
    }
  }

  CpuLimit of(long memoryMb) {
    return CpuLimit.atMost(Math.min(cores, cores * memoryMb / poolMemoryMb));
  }
}
