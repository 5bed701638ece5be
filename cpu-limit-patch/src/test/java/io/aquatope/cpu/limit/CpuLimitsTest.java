/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.LimitInForce.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuLimitsTest {

  private static final CpuLimit MACHINE = CpuLimit.parse("2");

  private final CpuDecisions decisions = new CpuDecisions();
  private final CpuLimits limits =
      new CpuLimits(
          decisions,
          List.of(
              new LimitRule("guest/video/encode", CpuLimit.parse("1.5")),
              new LimitRule("guest/video/*", CpuLimit.parse("0.5")),
              new LimitRule("guest/*", CpuLimit.parse("8"))),
          new ProportionalLimit(2, 2048),
          Optional.of(MACHINE));

  @Test
  void aDecisionIsStrongest() {
    decisions.decide("guest/video/encode", CpuLimit.parse("0.3"));
    assertThat(limits.of(annotated("guest/video/encode", "0.75")))
        .isEqualTo(inForce("0.3", Source.DECISION));

    decisions.withdraw("guest/video/encode");
    assertThat(limits.of(annotated("guest/video/encode", "0.75")))
        .isEqualTo(inForce("0.75", Source.ANNOTATION));
  }

  @Test
  void theFirstRuleThatMatchesIsNext() {
    assertThat(limits.of(plain("guest/video/encode")))
        .isEqualTo(inForce("1.5", Source.CONFIGURATION));
    assertThat(limits.of(plain("guest/video/cut"))).isEqualTo(inForce("0.5", Source.CONFIGURATION));
  }

  @Test
  void theShareOfMemoryIsLast() {
    assertThat(limits.of(plain("other/f"))).isEqualTo(inForce("0.25", Source.DEFAULT));
    assertThat(limits.of(ContainerAssignment.stemCell(512)))
        .isEqualTo(inForce("0.5", Source.DEFAULT));
  }

  @Test
  void withoutAShareOfMemoryThereIsNoLimit() {
    CpuLimits none = new CpuLimits(decisions, List.of(), null, Optional.of(MACHINE));
    assertThat(none.of(plain("other/f")).limit()).isEmpty();
  }

  @Test
  void aRuleIsCutToTheMachineWithoutComplaint() {
    assertThat(limits.of(plain("guest/big"))).isEqualTo(inForce("2", Source.CONFIGURATION));
  }

  @Test
  void anAnnotationThatExceedsTheMachineIsCutAndReported() {
    LimitInForce huge = limits.of(annotated("guest/f", "64"));
    assertThat(huge.limit()).contains(MACHINE);
    assertThat(huge.problem()).contains("\"64\" is more than the 2 cores of this machine");
  }

  @Test
  void aBadAnnotationIsReportedAndTheNextSourceHolds() {
    LimitInForce bad = limits.of(annotated("guest/video/cut", "a lot"));
    assertThat(bad.limit()).contains(CpuLimit.parse("0.5"));
    assertThat(bad.source()).isEqualTo(Source.CONFIGURATION);
    assertThat(bad.problem().orElseThrow()).startsWith("\"a lot\" is not a number of cores");
  }

  @Test
  void rulesCanBeReplaced() {
    limits.replaceRules(List.of(new LimitRule("guest/video/encode", CpuLimit.parse("0.1"))));
    assertThat(limits.of(plain("guest/video/encode")).limit()).contains(CpuLimit.parse("0.1"));
    assertThat(limits.of(plain("guest/video/cut")).source()).isEqualTo(Source.DEFAULT);
  }

  private static ContainerAssignment plain(String action) {
    return new ContainerAssignment(action, 256, Optional.empty());
  }

  private static ContainerAssignment annotated(String action, String cores) {
    return new ContainerAssignment(action, 256, Optional.of(cores));
  }

  private static LimitInForce inForce(String cores, Source source) {
    return new LimitInForce(Optional.of(CpuLimit.parse(cores)), source, Optional.empty());
  }

  @Test
  void decisionsBeyondTheBoundReplaceTheOldest() {
    for (int i = 0; i < CpuDecisions.MOST; i++) {
      assertThat(decisions.decide("guest/f" + i, CpuLimit.parse("1"))).isEmpty();
    }
    assertThat(decisions.decide("guest/f0", CpuLimit.parse("2"))).as("it is there").isEmpty();
    assertThat(decisions.decide("guest/more", CpuLimit.parse("1"))).contains("guest/f1");
    assertThat(decisions.of("guest/f1")).isEmpty();
    assertThat(decisions.of("guest/f0")).contains(CpuLimit.parse("2"));
    decisions.withdraw("guest/f2");
    assertThat(decisions.decide("guest/again", CpuLimit.parse("1"))).isEmpty();
  }
}
