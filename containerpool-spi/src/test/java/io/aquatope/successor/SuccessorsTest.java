/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SuccessorsTest {

  private static final double HOUR = 3600;

  private final SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);

  @Nested
  final class WithinARoot {

    @Test
    void nothingIsExpectedOfAWorkflowThatIsNew() {
      assertThat(fixture.chain(1, 0, "a", "b", "c").expected(2)).isEmpty();
    }

    @Test
    void allStagesAheadAreExpectedAtTheFirstOne() {
      for (int root = 0; root < 20; root++) {
        fixture.chain(root, root * HOUR, "a", "b", "c", "d");
      }

      List<ExpectedDemand> expected = fixture.call("a", 99, 30 * HOUR).expected(30 * HOUR);

      assertThat(expected)
          .extracting(each -> each.function().id().action())
          .containsExactly("b", "c", "d");
      assertThat(expected).allMatch(each -> each.probability() > 0.9 && each.count() == 1);
      for (int i = 0; i < 3; i++) {
        long cumulated = SuccessorFixture.micros(30 * HOUR + i + 1);
        assertThat(cumulated).isBetween(expected.get(i).fromMicros(), expected.get(i).toMicros());
        assertThat(expected.get(i).toMicros() - cumulated).isLessThan(2_000_000L * (i + 1));
      }
    }

    @Test
    void aStageThatHasBegunIsNoLongerExpected() {
      for (int root = 0; root < 5; root++) {
        fixture.chain(root, root * HOUR, "a", "b", "c");
      }

      fixture.chain(99, 9 * HOUR, "a", "b");

      assertThat(fixture.expected("b", 9 * HOUR + 1)).isEmpty();
      assertThat(fixture.expected("c", 9 * HOUR + 1)).hasSize(1);
    }

    @Test
    void oneInstanceIsWorthLessThanMany() {
      fixture.chain(1, 0, "a", "b").call("a", 2, HOUR);
      double once = fixture.probability("b", HOUR);
      for (int root = 3; root < 20; root++) {
        fixture.chain(root, root * HOUR, "a", "b");
      }
      double often = fixture.call("a", 99, 30 * HOUR).probability("b", 30 * HOUR);

      assertThat(once).isCloseTo(0.75, within(1e-3));
      assertThat(often).isGreaterThan(0.9);
    }

    @Test
    void cautionTakesOffWhatIsNotKnownForSure() {
      var cautious = new SuccessorFixture(SuccessorFixture.settings(100, 16, 100, 1));

      cautious.chain(1, 0, "a", "b").call("a", 2, HOUR);

      assertThat(cautious.probability("b", HOUR)).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void branchesHaveTheirShares() {
      for (int root = 0; root < 400; root++) {
        fixture.chain(root, root * HOUR, "a", root % 4 == 0 ? "left" : "right", "end");
      }

      fixture.call("a", 999, 500 * HOUR);

      assertThat(fixture.probability("left", 500 * HOUR)).isCloseTo(0.25, within(0.08));
      assertThat(fixture.probability("right", 500 * HOUR)).isCloseTo(0.75, within(0.08));
      assertThat(fixture.probability("end", 500 * HOUR)).isGreaterThan(0.95);
    }

    @Test
    void anExpectationFadesWhenTheBranchIsNotTakenAndEndsWithItsTime() {
      for (int root = 0; root < 40; root++) {
        if (root % 2 == 0) {
          fixture.chain(root, root * HOUR, "a", "b");
        } else {
          fixture.call("a", root, root * HOUR);
        }
      }
      fixture.call("a", 99, 50 * HOUR);

      ExpectedDemand atFirst = fixture.expected("b", 50 * HOUR).get(0);
      double end = atFirst.toMicros() / 1e6;

      assertThat(atFirst.probability()).isCloseTo(0.5, within(0.1));
      assertThat(fixture.probability("b", 50 * HOUR + 1.2)).isLessThan(0.25);
      assertThat(fixture.expected(end + 0.001)).isEmpty();
    }

    @Test
    void nothingIsLateWhileTheStageBeforeStillRuns() {
      for (int root = 0; root < 40; root++) {
        fixture.call("a", root, root * HOUR).end("a", root, root * HOUR + 0.9);
        fixture.call("b", root, root * HOUR + 1).end("b", root, root * HOUR + 1);
      }
      double usual = fixture.call("a", 99, 60 * HOUR).probability("b", 60 * HOUR);

      assertThat(fixture.probability("b", 60 * HOUR + 3)).isEqualTo(usual);
      assertThat(fixture.end("a", 99, 60 * HOUR + 3).probability("b", 60 * HOUR + 3.5))
          .as("the next stage is about to be called")
          .isEqualTo(usual);
      assertThat(fixture.expected("b", 60 * HOUR + 4.1)).isEmpty();
    }

    @Test
    void whatRunsManyTimesAsLongAsUsualIsNotWaitedFor() {
      for (int root = 0; root < 40; root++) {
        fixture.call("a", root, root * HOUR).end("a", root, root * HOUR + 0.9);
        fixture.call("b", root, root * HOUR + 1).end("b", root, root * HOUR + 1);
      }

      assertThat(fixture.call("a", 99, 60 * HOUR).expected("b", 60 * HOUR + 20)).isEmpty();
    }

    @Test
    void aFanOutIsExpectedAtItsWidth() {
      for (int root = 0; root < 3; root++) {
        fixture.call("a", root, root * HOUR).fanOut("b", 6, root, root * HOUR + 1);
      }

      List<ExpectedDemand> expected = fixture.call("a", 99, 9 * HOUR).expected(9 * HOUR);

      assertThat(expected).singleElement().extracting(ExpectedDemand::count).isEqualTo(6);
    }

    @Test
    void aWidthThatVariesIsExpectedStepByStep() {
      for (int root = 0; root < 200; root++) {
        fixture
            .call("a", root, root * HOUR)
            .fanOut("b", root % 2 == 0 ? 2 : 5, root, root * HOUR + 1);
      }

      List<ExpectedDemand> expected = fixture.call("a", 999, 300 * HOUR).expected(300 * HOUR);

      assertThat(expected).extracting(ExpectedDemand::count).containsExactly(2, 3);
      assertThat(expected.get(0).probability()).isGreaterThan(0.95);
      assertThat(expected.get(1).probability()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theRestOfAFanOutIsStillExpectedWhileItComes() {
      for (int root = 0; root < 3; root++) {
        fixture.call("a", root, root * HOUR).fanOut("b", 6, root, root * HOUR + 1);
      }

      fixture.call("a", 99, 9 * HOUR).fanOut("b", 2, 99, 9 * HOUR + 1);

      assertThat(fixture.expected("b", 9 * HOUR + 1.001))
          .singleElement()
          .satisfies(rest -> assertThat(rest.count()).isEqualTo(4))
          .satisfies(rest -> assertThat(rest.probability()).isCloseTo(1, within(1e-6)));
      assertThat(fixture.expected("b", 9 * HOUR + 1.2)).isEmpty();
    }

    @Test
    void aContainerThatTakesSeveralCallsIsCountedOnce() {
      fixture.maxConcurrent(4);
      for (int root = 0; root < 3; root++) {
        fixture.call("a", root, root * HOUR).fanOut("b", 6, root, root * HOUR + 1);
      }

      assertThat(fixture.call("a", 99, 9 * HOUR).expected(9 * HOUR))
          .singleElement()
          .extracting(ExpectedDemand::count)
          .isEqualTo(2);
    }

    @Test
    void aLoopIsExpectedToGoOn() {
      for (int root = 0; root < 20; root++) {
        fixture.chain(root, root * HOUR, "a", "b", "a", "b", "a", "b", "end");
      }

      fixture.chain(99, 30 * HOUR, "a", "b");

      assertThat(fixture.probability("a", 30 * HOUR + 1)).isCloseTo(2 / 3.0, within(0.1));
    }

    @Test
    void aWorkflowThatHasChangedIsLearntAnew() {
      for (int root = 0; root < 100; root++) {
        fixture.chain(root, root * HOUR, "a", "old");
      }
      for (int root = 100; root < 200; root++) {
        fixture.chain(root, root * HOUR, "a", "new");
      }

      fixture.call("a", 999, 300 * HOUR);

      assertThat(fixture.probability("old", 300 * HOUR)).isLessThan(0.1);
      assertThat(fixture.probability("new", 300 * HOUR)).isGreaterThan(0.9);
    }

    @Test
    void aBranchIsNotOverestimatedWhileManyInstancesAreInFlight() {
      for (int root = 0; root < 2000; root++) {
        fixture.call("a", root, root * 0.5);
        if (root % 2 == 0) {
          fixture.call("b", root, root * 0.5 + 0.1);
        }
      }

      assertThat(fixture.call("a", 9999, 1000).probability("b", 1000)).isCloseTo(0.5, within(0.1));
    }
  }

  @Nested
  final class AfterAnUpdate {

    @Test
    void theNextRevisionIsExpectedOnceItIsKnown() {
      for (int root = 0; root < 20; root++) {
        fixture.chain(root, root * HOUR, "a", "b");
      }
      fixture.revision("2").call("b", 50, 50 * HOUR);

      List<ExpectedDemand> expected =
          fixture.revision("1").call("a", 99, 60 * HOUR).expected(60 * HOUR);

      assertThat(expected)
          .singleElement()
          .extracting(each -> each.function().id().revision())
          .isEqualTo("2");
    }

    @Test
    void transitionsAreInheritedAtReducedWeight() {
      for (int root = 0; root < 100; root++) {
        fixture.chain(root, root * HOUR, "a", "b");
      }
      fixture.revision("2");
      double inherited = fixture.call("a", 200, 200 * HOUR).probability("b", 200 * HOUR);
      for (int root = 201; root < 206; root++) {
        fixture.chain(root, root * HOUR, "a", "c");
      }
      double afterFive = fixture.call("a", 300, 300 * HOUR).probability("b", 300 * HOUR);

      assertThat(inherited).isCloseTo(0.9, within(0.01)); // 4.5 / 5
      assertThat(afterFive).isLessThan(0.5);
    }
  }

  @Nested
  final class AcrossNamespaces {

    @Test
    void nothingIsLearntFromOneRootNumberInTwoNamespaces() {
      for (int root = 0; root < 20; root++) {
        fixture.in("one").call("a", root, root * HOUR);
        fixture.in("other").call("b", root, root * HOUR + 1);
      }

      assertThat(fixture.in("one").call("a", 99, 30 * HOUR).expected(30 * HOUR)).isEmpty();
    }

    @Test
    void equalNamesAreDifferentFunctions() {
      for (int root = 0; root < 20; root++) {
        fixture.in("one").chain(root, root * HOUR, "a", "b");
      }

      assertThat(fixture.in("other").call("a", 99, 30 * HOUR).expected(30 * HOUR)).isEmpty();
    }
  }

  @Nested
  final class FromRootToRoot {

    private long root;

    private void fire(String name, double seconds) {
      fixture.call(name, root++, seconds);
    }

    @Test
    void functionsThatTheSameEventFiresAreExpected() {
      for (int i = 0; i < 12; i++) {
        fire("uploaded", i * HOUR);
        fire("thumbnail", i * HOUR + 2);
      }

      fire("uploaded", 20 * HOUR);

      assertThat(fixture.expected("thumbnail", 20 * HOUR))
          .singleElement()
          .satisfies(each -> assertThat(each.probability()).isGreaterThan(0.8))
          .satisfies(
              each ->
                  assertThat(SuccessorFixture.micros(20 * HOUR + 2))
                      .isBetween(each.fromMicros(), each.toMicros()));
    }

    @Test
    void theExpectationEndsWhenTheCallComesOrTheLagIsOver() {
      for (int i = 0; i < 12; i++) {
        fire("uploaded", i * HOUR);
        fire("thumbnail", i * HOUR + 5);
      }
      fire("uploaded", 20 * HOUR);
      assertThat(fixture.expected("thumbnail", 20 * HOUR + 11)).isEmpty();

      fire("uploaded", 30 * HOUR);
      fire("thumbnail", 30 * HOUR + 2);
      assertThat(fixture.expected("thumbnail", 30 * HOUR + 3)).isEmpty();
    }

    @Test
    void whatHappenedOnceMayBeChance() {
      fire("other", 0);
      fire("uploaded", HOUR);
      fire("thumbnail", HOUR + 2);

      fire("uploaded", 2 * HOUR);

      assertThat(fixture.expected(2 * HOUR)).isEmpty();
    }

    @Test
    void aFunctionThatIsCalledAllTheTimeFollowsNothing() {
      for (int i = 0; i < 12 * 360; i++) {
        if (i % 360 == 0) {
          fire("uploaded", i * 10);
        }
        fire("busy", i * 10 + 2);
      }

      fire("uploaded", 12 * HOUR);

      assertThat(fixture.expected(12 * HOUR)).isEmpty();
    }

    @Test
    void theBeginOfTheDayIsNoReason() {
      SplittableRandom random = new SplittableRandom(1);
      int told = 0;
      for (int i = 0; i < 40 * 3600; i++) {
        if (i % (24 * 3600) < 8 * 3600 && random.nextInt(3) == 0) {
          fire("f" + random.nextInt(40), i);
          told += fixture.expected(i).size();
        }
      }

      assertThat(told).isLessThan(100); // of more than 10,000 calls
    }

    @Test
    void twoBurstsThatCoincideOnceAreOneCoincidence() {
      for (int i = 0; i < 100; i++) {
        fire("quiet", i * 60);
      }
      for (int i = 0; i < 200; i++) {
        fire("a", 6000 + i * 0.3);
        fire("b", 6000 + i * 0.3 + 0.1);
      }

      fire("a", 3 * HOUR);

      assertThat(fixture.expected("b", 3 * HOUR)).isEmpty();
    }
  }

  /** Prevents that an arrival costs as much as all roots in flight: it concerns its own only. */
  @Nested
  final class OfOneArrival {

    private List<ExpectedDemand> expectedOf(String name, long root, double seconds) {
      List<ExpectedDemand> expected = new ArrayList<>();
      FunctionSpec function = SuccessorFixture.function("ns", name, "1", 1);
      fixture.successors.visitExpected(
          new SuccessorFixture.Call(function, root),
          SuccessorFixture.micros(seconds),
          (spec, probability, from, to, count) ->
              expected.add(new ExpectedDemand(spec, probability, from, to, count)));
      return expected;
    }

    @Test
    void thoseOfItsOwnRootAreTold() {
      for (int root = 0; root < 20; root++) {
        fixture.chain(root, root * HOUR, "a", "b", "c");
      }
      for (int root = 100; root < 400; root++) {
        fixture.call("a", root, 30 * HOUR);

        assertThat(expectedOf("a", root, 30 * HOUR)).hasSize(2);
      }

      assertThat(fixture.expected(30 * HOUR)).hasSize(600);
      fixture.call("b", 100, 30 * HOUR + 1);
      assertThat(expectedOf("b", 100, 30 * HOUR + 1))
          .singleElement()
          .extracting(each -> each.function().id().action())
          .isEqualTo("c");
    }

    @Test
    void andThoseThatOtherRootsCall() {
      for (int i = 0; i < 12; i++) {
        fixture.call("uploaded", 2L * i, i * HOUR).call("thumbnail", 2L * i + 1, i * HOUR + 2);
      }
      fixture.call("uploaded", 99, 20 * HOUR);

      assertThat(expectedOf("uploaded", 99, 20 * HOUR))
          .isNotEmpty()
          .isEqualTo(fixture.expected(20 * HOUR));
    }

    @Test
    void ofAnArrivalThatIsNotKnownNothingIsTold() {
      assertThat(expectedOf("never", 1, 0)).isEmpty();
    }
  }
}
