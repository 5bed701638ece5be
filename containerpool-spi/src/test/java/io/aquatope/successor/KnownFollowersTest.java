/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of followers, against what is seen here. */
final class KnownFollowersTest {

  private static final double HOUR = 3600;
  private static final FunctionSpec B = SuccessorFixture.function("ns", "b", "1", 1);
  private static final FunctionSpec C = SuccessorFixture.function("ns", "c", "1", 1);

  private final List<KnownFollower> ofA = new ArrayList<>();
  private final SuccessorFixture fixture =
      new SuccessorFixture(
          SuccessorFixture.PLAIN,
          activation ->
              activation.function().id().action().equals("a") ? List.copyOf(ofA) : List.of());

  private static KnownFollower follower(
      FunctionSpec function, double followed, double instances, double seconds) {
    return new KnownFollower(
        function, followed, instances, SuccessorFixture.micros(seconds), instances);
  }

  @Test
  void whatIsToldIsExpectedAtTheFirstCallOfAll() {
    ofA.add(follower(B, 4, 4, 1));
    ofA.add(follower(C, 2, 4, 5));

    List<ExpectedDemand> expected = fixture.call("a", 1, 10).expected(10);

    assertThat(expected).extracting(ExpectedDemand::function).containsExactly(B, C);
    assertThat(expected).extracting(ExpectedDemand::count).containsExactly(1, 1);
    assertThat(expected.get(0).probability()).isCloseTo(0.9, within(1e-9)); // 4.5 / 5
    assertThat(expected.get(1).probability()).isCloseTo(0.5, within(1e-9)); // 2.5 / 5
    assertThat(SuccessorFixture.micros(15))
        .isBetween(expected.get(1).fromMicros(), expected.get(1).toMicros());
  }

  @Test
  void itIsNoLongerExpectedWhenItHasCome() {
    ofA.add(follower(B, 4, 4, 1));

    assertThat(fixture.chain(1, 10, "a", "b").expected(11)).isEmpty();
  }

  @Test
  void itCountsUntilAsMuchHasBeenSeenHere() {
    ofA.add(follower(B, 1000, 1000, 1));
    for (int root = 0; root < 7; root++) {
      fixture.call("a", root, root * HOUR);
    }
    double told = fixture.call("a", 50, 20 * HOUR).probability("b", 20 * HOUR);
    for (int root = 100; root < 110; root++) {
      fixture.call("a", root, root * HOUR);
    }
    double seen = fixture.call("a", 200, 200 * HOUR).probability("b", 200 * HOUR);

    assertThat(told).isCloseTo(8.5 / 9, within(1e-9));
    assertThat(seen).isLessThan(0.1);
  }

  @Test
  void newsReplaceWhatWasToldBefore() {
    ofA.add(follower(B, 4, 4, 1));
    fixture.call("a", 1, 0);
    ofA.set(0, follower(B, 25, 100, 1));

    double probability = fixture.call("a", 2, HOUR).probability("b", HOUR);

    assertThat(probability).isCloseTo(2.5 / 9, within(1e-9)); // 2 of 8
  }

  @Test
  void aDelaySeenHereIsBetterThanAGuess() {
    ofA.add(new KnownFollower(B, 4, 4, SuccessorFixture.micros(60), 0));
    fixture.call("a", 1, 0).call("b", 1, 2);

    ExpectedDemand expected = fixture.call("a", 2, HOUR).expected("b", HOUR).get(0);

    assertThat(expected.toMicros()).isLessThan(SuccessorFixture.micros(HOUR + 20));
  }

  @Test
  void theRevisionThatIsToldIsExpected() {
    FunctionSpec updated = SuccessorFixture.function("ns", "b", "2", 1);
    fixture.chain(1, 0, "a", "b");
    ofA.add(follower(updated, 10, 10, 1));

    assertThat(fixture.call("a", 2, HOUR).expected(HOUR))
        .extracting(ExpectedDemand::function)
        .containsExactly(updated);
  }

  @Test
  void moreThanThereIsRoomForIsPassedOver() {
    SuccessorFixture narrow =
        new SuccessorFixture(
            SuccessorFixture.settings(100, 1, 100, 0),
            activation -> List.of(follower(B, 10, 10, 1), follower(C, 10, 10, 2)));

    assertThat(narrow.call("a", 1, 0).expected(0))
        .extracting(ExpectedDemand::function)
        .containsExactly(B);
  }

  @Test
  void aFollowerOfMoreThanAllIsRefused() {
    assertThatThrownBy(() -> follower(B, 5, 4, 1)).hasMessageContaining("5.0 of 4.0 instances");
  }

  /** A call that waits for its container delays what follows it. */
  @Test
  void whatFollowsACallThatWaitsIsExpectedLater() {
    for (int root = 0; root < 20; root++) {
      fixture.chain(root, root * HOUR, "a", "b");
    }
    ExpectedDemand atOnce = fixture.call("a", 99, 30 * HOUR).expected("b", 30 * HOUR).get(0);
    fixture.call("a", 100, 40 * HOUR);
    fixture.waits("a", 100, 40 * HOUR, 3);
    ExpectedDemand late = fixture.expected("b", 40 * HOUR).get(0);

    assertThat(late.fromMicros() - SuccessorFixture.micros(40 * HOUR + 3))
        .isEqualTo(atOnce.fromMicros() - SuccessorFixture.micros(30 * HOUR));
    assertThat(fixture.expected("b", 40 * HOUR + 4)).hasSize(1);
  }

  @Test
  void waitsDoNotPassForDelays() {
    for (int root = 0; root < 20; root++) {
      fixture.call("a", root, root * HOUR);
      fixture.waits("a", root, root * HOUR, 30);
      fixture.call("b", root, root * HOUR + 31);
    }
    fixture.chain(50, 30 * HOUR, "a", "b");

    ExpectedDemand expected = fixture.call("a", 99, 40 * HOUR).expected("b", 40 * HOUR).get(0);

    assertThat(expected.toMicros()).isLessThan(SuccessorFixture.micros(40 * HOUR + 10));
  }
}
