/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolView;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which containers give way to preparations, and which do not. */
class PreparationRoomTest {

  private static final FunctionCount NONE = new FunctionCount(0, 0, 0, 0);
  private static final FunctionCount ONE_IDLE = new FunctionCount(0, 1, 0, 0);
  private static final double COST = 0.001;

  /** An empty pool that leaves a number of MB to preparations. */
  private static PoolView leaving(int mb) {
    return new ManyFunctionsPool((long) Math.ceil(mb / 0.98), PrewarmSetup.virtual()).pool().view();
  }

  private static ContainerTarget target(FunctionCount count, int memoryMb, double need) {
    FunctionSpec function =
        new FunctionSpec(new FunctionId("ns", "a", "1"), "nodejs:20", memoryMb, 1);
    WindowClock clock = new WindowClock(60_000_000, 0);
    FunctionOutlook outlook =
        new FunctionOutlook(function, 1, clock, FunctionStartTimes.expected(), 0);
    return new ContainerTarget(outlook, count, new double[] {need}, COST, 0, false);
  }

  private static boolean takes(PreparationRoom room, ContainerTarget target) {
    return room.take(target, target.valuePerMb(0));
  }

  @Test
  void freeMemoryIsTakenUntilNoneIsLeft() {
    PreparationRoom room = new PreparationRoom(List.of(), leaving(600));

    assertThat(takes(room, target(NONE, 256, 0.5))).isTrue();
    assertThat(takes(room, target(NONE, 256, 0.5))).isTrue();
    assertThat(takes(room, target(NONE, 256, 0.5))).isFalse();
    assertThat(takes(room, target(NONE, 80, 0.5))).isTrue();
  }

  @Test
  void aContainerOfFarLessValueGivesWay() {
    ContainerTarget kept = target(ONE_IDLE, 256, 0.1);
    PreparationRoom room = new PreparationRoom(List.of(kept), leaving(0));

    assertThat(takes(room, target(NONE, 256, 0.5))).isTrue();
    assertThat(kept.excess()).isEqualTo(1);
    assertThat(takes(room, target(NONE, 256, 0.5))).isFalse();
  }

  @Test
  void aContainerOfLittleLessValueStays() {
    ContainerTarget kept = target(ONE_IDLE, 256, 0.2);
    PreparationRoom room = new PreparationRoom(List.of(kept), leaving(0));

    assertThat(takes(room, target(NONE, 256, 0.5))).isFalse();
    assertThat(kept.excess()).isZero();
  }

  @Test
  void whatIsBeingPreparedDoesNotGiveWay() {
    ContainerTarget preparing = target(new FunctionCount(0, 0, 0, 1), 256, 0.01);
    PreparationRoom room = new PreparationRoom(List.of(preparing), leaving(0));

    assertThat(takes(room, target(NONE, 256, 1))).isFalse();
  }

  @Test
  void theMemoryOfUnwantedContainersIsFree() {
    ContainerTarget unwanted = target(ONE_IDLE, 256, 0);
    PreparationRoom room = new PreparationRoom(List.of(unwanted), leaving(0));

    assertThat(takes(room, target(NONE, 256, 0.01))).isTrue();
  }

  @Test
  void allThatGaveWayStaysIfItDoesNotMakeRoom() {
    ContainerTarget small = target(ONE_IDLE, 128, 0.01);
    ContainerTarget smaller = target(ONE_IDLE, 64, 0.01);
    PreparationRoom room = new PreparationRoom(List.of(small, smaller), leaving(0));

    assertThat(takes(room, target(NONE, 256, 1))).isFalse();
    assertThat(small.excess()).isZero();
    assertThat(smaller.excess()).isZero();
    assertThat(takes(room, target(NONE, 192, 1))).isTrue();
  }

  @Property(tries = 300)
  void preparationsFitIntoWhatIsFreeAndWhatGaveWayForMoreValue(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0.01, max = 1) Double> ready,
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0.01, max = 1) Double> missing,
      @ForAll @IntRange(min = 1, max = 600) int freeMb) {
    List<ContainerTarget> kept = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      kept.add(target(ONE_IDLE, 64 << i % 3, ready.get(i)));
    }
    PreparationRoom room = new PreparationRoom(kept, leaving(freeMb));
    int takenMb = 0;
    double taken = 0;
    for (int i = 0; i < missing.size(); i++) {
      ContainerTarget target = target(NONE, 64 << i % 3, missing.get(i));
      if (takes(room, target)) {
        takenMb += target.function().memoryMb();
        taken = Math.max(taken, target.valuePerMb(0));
      }
    }

    int givenMb = 0;
    for (ContainerTarget target : kept) {
      if (target.excess() > 0) {
        givenMb += target.function().memoryMb();
        assertThat(target.valuePerMb(0)).isLessThanOrEqualTo(taken / 2);
      }
    }
    assertThat(takenMb).isLessThanOrEqualTo(freeMb + 1 + givenMb);
  }
}
