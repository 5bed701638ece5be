/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Wishes, of which plans are made. */
class ContainerTargetTest {

  private static final FunctionCount THREE_IDLE = new FunctionCount(1, 2, 1, 0);

  private static FunctionOutlook outlook(PreparationDepth deepest) {
    FunctionSpec function =
        new FunctionSpec(new FunctionId("ns", "a", "1"), "nodejs:20", 256, 1, deepest);
    WindowClock clock = new WindowClock(60_000_000, 0);
    return new FunctionOutlook(function, 1, clock, FunctionStartTimes.expected(), 0);
  }

  private static ContainerTarget wish(
      PreparationDepth deepest, FunctionCount count, double cost, double... needs) {
    return new ContainerTarget(outlook(deepest), count, needs, cost, 0, false);
  }

  @Test
  void whatIsWorthMoreThanItCostsIsWanted() {
    ContainerTarget wish =
        wish(PreparationDepth.INITIALISED, THREE_IDLE, 0.4, 1, 0.9, 0.6, 0.5, 0.4, 0.1);

    assertThat(wish.wanted()).isEqualTo(4);
    assertThat(wish.missing()).isEqualTo(1);
    assertThat(wish.excess()).isNegative();
  }

  @Test
  void whatIsInPreparationCannotBeReleased() {
    ContainerTarget wish =
        wish(PreparationDepth.INITIALISED, new FunctionCount(0, 1, 0, 2), 0.5, 0.1, 0.1, 0.1);

    assertThat(wish.wanted()).isZero();
    assertThat(wish.excess()).isEqualTo(1);
  }

  @Test
  void aContainerThatHasRunTheFunctionSavesMoreThanOneThatMayOnlyBeCreated() {
    ContainerTarget wish = wish(PreparationDepth.CREATED, THREE_IDLE, 0.01, 0.5, 0.5, 0.5, 0.5);

    assertThat(wish.value(1)).isEqualTo(0.5 * 0.808);
    assertThat(wish.value(3)).isEqualTo(0.5 * (0.808 - 0.202));
  }

  @Test
  void nothingIsPreparedWhereItMustNotBe() {
    assertThat(
            wish(PreparationDepth.STEM_CELL, new FunctionCount(0, 0, 0, 0), 0, 1, 1, 1).missing())
        .isZero();
  }

  /** One of which no further call is expected. */
  private static ContainerTarget afterACall(double needNow, double startSeconds) {
    FunctionOutlook outlook = outlook(PreparationDepth.INITIALISED);
    ContainerTarget wish =
        new ContainerTarget(
            outlook, new FunctionCount(0, 1, 0, 0), new double[] {needNow}, 0.01, 0, false);
    wish.lookAhead(new NeedLookahead(outlook, 1, 0), startSeconds);
    return wish;
  }

  @Test
  void whatWillNotBeNeededIsReleasedUnlessAStartCostsMoreThanToKeepIt() {
    assertThat(afterACall(0, 0.1).excess()).isEqualTo(1);
    assertThat(afterACall(0, 10).excess()).isZero();
    assertThat(afterACall(1, 0.1).excess()).isZero();
  }

  @Test
  void forAMomentThatSavesLessThanAStartCostsNothingIsPrepared() {
    assertThat(unready(0.02).missing()).isZero();
    assertThat(unready(0.5).missing()).isEqualTo(1);
  }

  private static ContainerTarget unready(double needNow) {
    FunctionOutlook outlook = outlook(PreparationDepth.INITIALISED);
    ContainerTarget wish =
        new ContainerTarget(
            outlook, new FunctionCount(0, 0, 0, 0), new double[] {needNow}, 0.01, 0, false);
    wish.lookAhead(new NeedLookahead(outlook, 1, 0), 0.1);
    return wish;
  }

  @Provide
  Arbitrary<double[]> needs() {
    return Arbitraries.doubles()
        .between(0, 1)
        .array(double[].class)
        .ofMaxSize(20)
        .map(
            drawn -> {
              double[] sorted = drawn.clone();
              Arrays.sort(sorted);
              for (int i = 0; i < sorted.length / 2; i++) {
                double swapped = sorted[i];
                sorted[i] = sorted[sorted.length - 1 - i];
                sorted[sorted.length - 1 - i] = swapped;
              }
              return sorted;
            });
  }

  @Property
  void costlierMemoryNeverBuysMore(
      @ForAll("needs") double[] needs,
      @ForAll @DoubleRange(max = 1) double cost,
      @ForAll @DoubleRange(max = 1) double more) {
    ContainerTarget cheap = wish(PreparationDepth.INITIALISED, THREE_IDLE, cost, needs);
    ContainerTarget dear = wish(PreparationDepth.INITIALISED, THREE_IDLE, cost + more, needs);

    assertThat(dear.wanted()).isLessThanOrEqualTo(cheap.wanted());
    for (int i = 1; i < needs.length; i++) {
      assertThat(cheap.value(i)).isBetween(0.0, cheap.value(i - 1));
    }
  }
}
