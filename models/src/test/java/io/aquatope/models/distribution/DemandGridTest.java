/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DemandGridTest {

  @Property
  void everyDemandLiesWithinItsBin(@ForAll @IntRange int demand) {
    int bin = DemandGrid.bin(demand);

    assertThat((long) demand).isBetween(DemandGrid.lower(bin), DemandGrid.upper(bin));
  }

  @Test
  void binsFollowEachOtherWithoutGaps() {
    for (int bin = 1; bin < DemandGrid.BINS; bin++) {
      assertThat(DemandGrid.lower(bin)).isEqualTo(DemandGrid.upper(bin - 1) + 1);
    }
    assertThat(DemandGrid.lower(0)).isZero();
    assertThat(DemandGrid.upper(DemandGrid.BINS - 1)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void smallDemandsAreExactAndABinFitsInAByte() {
    for (int demand = 0; demand < 32; demand++) {
      assertThat(DemandGrid.bin(demand)).isEqualTo(demand);
      assertThat(DemandGrid.width(demand)).isEqualTo(1);
    }
    assertThat(DemandGrid.BINS).isLessThanOrEqualTo(256);
  }
}
