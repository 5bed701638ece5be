/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a process takes of the machine, printed when its input has a line and when it ends. */
final class Footprint {

  private Footprint() {}

  static void printUntilInputEnds() throws IOException {
    while (System.in.read() >= 0) {
      System.gc();
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      double cpu =
          ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
      System.out.printf(
          Locale.ROOT,
          "footprint: cpu %.2f s, at %.2f s, heap %.1f MB%n",
          cpu,
          System.nanoTime() / 1e9,
          heap / 1e6);
    }
  }
}
