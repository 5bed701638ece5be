/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The runs that are remembered: the latest {@value #MOST_OF_A_CHOICE} of each choice, {@value
 * #MOST} altogether, oldest first.
 */
public record Evidence(List<Run> runs) {

  public static final Evidence NONE = new Evidence(List.of());

  private static final int MOST_OF_A_CHOICE = 6;
  private static final int MOST = 120;

  public Evidence {
    runs = List.copyOf(runs);
  }

  Evidence plus(Run run) {
    boolean crowded = of(run.choice()).size() >= MOST_OF_A_CHOICE;
    boolean full = runs.size() >= MOST;
    ImmutableList.Builder<Run> next = ImmutableList.builder();
    boolean dropped = !crowded && !full;
    for (Run old : runs) {
      if (!dropped && (!crowded || old.choice().equals(run.choice()))) {
        dropped = true;
      } else {
        next.add(old);
      }
    }
    return new Evidence(next.add(run).build());
  }

  /** The runs of one choice. */
  public List<Run> of(List<Integer> choice) {
    return runs.stream().filter(run -> run.choice().equals(choice)).toList();
  }
}
