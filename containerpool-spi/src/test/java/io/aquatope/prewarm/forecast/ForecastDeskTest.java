/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.FakeForecastModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ForecastDeskTest {

  private final ForecastFunction a = new ForecastFunction(new FunctionId("ns", "a", "1"), 40);
  private final ForecastFunction b = new ForecastFunction(new FunctionId("ns", "b", "1"), 40);

  private static ForecastDesk desk(ForecastModel model, Executor executor) {
    return new ForecastDesk(model, executor, PastCalls.NONE);
  }

  private static FunctionWindow seen(ForecastFunction function, long window, int calls, int peak) {
    return new FunctionWindow(function, new DemandWindow(window, calls, peak));
  }

  private static ClosedWindow begin(long window, ForecastFunction... functions) {
    return new ClosedWindow(window, List.of(functions), List.of());
  }

  private static ClosedWindow closed(long window, FunctionWindow... seen) {
    List<ForecastFunction> functions = Arrays.stream(seen).map(FunctionWindow::function).toList();
    return new ClosedWindow(window, functions, List.of(seen));
  }

  private static FunctionForecast newest(ForecastFunction function) {
    return requireNonNull(function.newest());
  }

  @Test
  void forecastsTheTwoWindowsThatFollow() {
    ForecastDesk desk = desk(new FakeForecastModel(3), Runnable::run);
    desk.submit(begin(41, a));

    assertThat(desk.collect()).singleElement().extracting(ForecastRound::window).isEqualTo(42L);
    FunctionForecast forecast = newest(a);
    assertThat(forecast.covers(41)).isFalse();
    assertThat(forecast.covers(42)).isTrue();
    assertThat(forecast.covers(43)).isTrue();
    assertThat(forecast.covers(44)).isFalse();
    assertThat(forecast.of(42).atLeast(3)).isEqualTo(1);
    assertThat(desk.collect()).isEmpty();
  }

  @Test
  void worksWhenTheExecutorDoes() {
    List<Runnable> tasks = new ArrayList<>();
    ForecastDesk desk = desk(new FakeForecastModel(1), tasks::add);
    desk.submit(begin(1, a));

    assertThat(desk.collect()).isEmpty();
    assertThat(a.newest()).isNull();
    tasks.forEach(Runnable::run);
    assertThat(desk.collect()).hasSize(1);
    assertThat(a.newest()).isNotNull();
  }

  @Test
  void aFunctionThatCannotBeForecastHarmsNoOther() {
    ForecastDesk desk = desk(FakeForecastModel.failingAbove(10), Runnable::run);
    desk.submit(closed(41, seen(a, 41, 99, 1), seen(b, 41, 1, 1)));

    assertThat(newest(a).failed()).isTrue();
    assertThat(newest(b).failed()).isFalse();
  }

  /** Nobody saw the exception of a model that failed. */
  @Test
  void theFirstExceptionOfEachKindIsReported() {
    ForecastDesk desk = desk(FakeForecastModel.failingAbove(10), Runnable::run);
    desk.submit(closed(41, seen(a, 41, 99, 1), seen(b, 41, 98, 1)));
    desk.submit(closed(42, seen(a, 42, 97, 1)));

    assertThat(desk.collect())
        .flatExtracting(ForecastRound::failures)
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.function()).isEqualTo(a.id());
              assertThat(failure.cause()).hasMessage("99 arrivals");
            });
  }

  @Test
  void anErrorOfOneFunctionEndsNoRound() {
    ForecastModel model =
        new FakeForecastModel(
            1,
            window -> {
              if (window.arrivals() == 7) {
                throw new NoSuchMethodError("gone");
              }
            });
    ForecastDesk desk = desk(model, Runnable::run);
    desk.submit(closed(41, seen(a, 41, 7, 1), seen(b, 41, 1, 1)));

    assertThat(newest(a).failed()).isTrue();
    assertThat(newest(b).failed()).isFalse();
    assertThat(desk.collect().get(0).totals().troubles()).containsEntry(FallbackReason.FAILED, 1);
  }

  @Test
  void aNewFunctionBeginsWithWhatOthersKnowOfIt() {
    List<DemandWindow> observed = new ArrayList<>();
    ForecastDesk desk =
        new ForecastDesk(
            new FakeForecastModel(1, observed::add),
            Runnable::run,
            function ->
                function.equals(a.id())
                    ? List.of(new PastCalls.Past(5, 2), new PastCalls.Past(7, 3))
                    : List.of());
    desk.submit(closed(41, seen(a, 41, 1, 1), seen(b, 41, 4, 1)));
    b.release();
    desk.submit(closed(42, seen(a, 42, 2, 1)));

    assertThat(observed)
        .containsExactly(
            new DemandWindow(39, 5, 2),
            new DemandWindow(40, 7, 3),
            new DemandWindow(41, 1, 1),
            new DemandWindow(41, 4, 1),
            new DemandWindow(42, 2, 1));
  }

  /** An update began from nothing, although the same action had been called for days. */
  @Test
  void aNewRevisionGoesOnWithTheHistoryOfTheOldOne() {
    List<DemandWindow> observed = new ArrayList<>();
    ForecastDesk desk = desk(new FakeForecastModel(1, observed::add), Runnable::run);
    desk.submit(closed(41, seen(a, 41, 1, 1)));
    a.renew(new FunctionId("ns", "a", "2"));
    desk.submit(new ClosedWindow(42, List.of(), List.of(seen(a, 42, 2, 1))));

    assertThat(observed).containsExactly(new DemandWindow(41, 1, 1), new DemandWindow(42, 2, 1));
  }

  @Test
  void whatOthersKnowOfANewRevisionGoesFirst() {
    List<DemandWindow> observed = new ArrayList<>();
    ForecastDesk desk =
        new ForecastDesk(
            new FakeForecastModel(1, observed::add),
            Runnable::run,
            id -> id.revision().equals("2") ? List.of(new PastCalls.Past(9, 9)) : List.of());
    desk.submit(closed(41, seen(a, 41, 1, 1)));
    a.renew(new FunctionId("ns", "a", "2"));
    desk.submit(new ClosedWindow(42, List.of(), List.of(seen(a, 42, 2, 1))));

    assertThat(observed)
        .containsExactly(
            new DemandWindow(41, 1, 1), new DemandWindow(41, 9, 9), new DemandWindow(42, 2, 1));
  }

  /**
   * On a starved host rounds waited in a queue: after 240 minutes 120 of them, 400 MB, and what
   * they forecast had long passed.
   */
  @Test
  void windowsThatCloseDuringARoundAreObservedTogetherAndOnlyTheNewestIsForecast() {
    List<DemandWindow> observed = new ArrayList<>();
    Deque<Runnable> tasks = new ArrayDeque<>();
    ForecastDesk desk = desk(new FakeForecastModel(1, observed::add), tasks::add);
    desk.submit(begin(1, a, b));
    for (int window = 2; window <= 240; window++) {
      desk.submit(new ClosedWindow(window, List.of(), List.of(seen(a, window, window, 1))));
    }

    assertThat(tasks).as("tasks that wait").hasSize(1);
    tasks.remove().run();

    assertThat(newest(a).covers(241)).isTrue();
    assertThat(newest(b).covers(241)).isTrue();
    assertThat(observed).contains(new DemandWindow(17, 17, 1), new DemandWindow(240, 240, 1));
    assertThat(desk.collect())
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.window()).isEqualTo(241);
              assertThat(round.leftOut()).isEqualTo(239);
            });
    assertThat(tasks).isEmpty();
  }

  @Test
  void whatWaitsForAThreadThatNeverComesIsBounded() {
    ForecastDesk desk = desk(new FakeForecastModel(1), task -> {});
    FunctionWindow[] seen = new FunctionWindow[1000];
    Arrays.setAll(seen, i -> seen(a, 1, 1, 1));
    for (int window = 1; window <= 1000; window++) {
      desk.submit(closed(window, seen));
    }

    assertThat(desk.waitingSeen()).isLessThanOrEqualTo(1 << 17);
  }

  /** A tenant with ever new functions was remembered for as long as no round came. */
  @Test
  void functionsThatWereReleaseDoNotWaitForARoundThatNeverComes() {
    WaitingWindows waiting = new WaitingWindows();
    for (int window = 0; window < 3000; window++) {
      List<ForecastFunction> begun = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        ForecastFunction function = new ForecastFunction(a.id(), window);
        begun.add(function);
        if (i > 0) {
          function.release();
        }
      }
      waiting.add(new ClosedWindow(window, begun, List.of()));
    }

    assertThat(waiting.begun()).isBetween(3000, 3 * 4096);
    assertThat(waiting.size()).isEqualTo(WaitingWindows.MOST_WINDOWS);
    WaitingWindows.Taken taken = waiting.take();
    assertThat(taken.begun()).filteredOn(f -> !f.isReleased()).hasSize(3000);
    assertThat(taken.leftOut()).isEqualTo(2999);
    assertThat(waiting.take().isEmpty()).isTrue();
  }

  @Test
  void aRoundThatEndsWithAnErrorDoesNotStopTheNext() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    ForecastModel model =
        new FakeForecastModel(
            1,
            window -> {
              if (window.index() == 41) {
                throw new OutOfMemoryError("played");
              }
            });
    ForecastDesk desk = desk(model, tasks::add);
    desk.submit(closed(41, seen(a, 41, 1, 1)));
    try {
      tasks.remove().run();
    } catch (OutOfMemoryError expected) {
      assertThat(expected).hasMessage("played");
    }
    desk.submit(new ClosedWindow(42, List.of(), List.of(seen(a, 42, 1, 1))));

    assertThat(tasks).hasSize(1);
  }

  @Test
  void aSilentFunctionIsJudgedByItsForecastsToo() {
    ForecastDesk desk = desk(new FakeForecastModel(5), Runnable::run);
    desk.submit(begin(1, a));
    for (int window = 2; window < 20; window++) {
      desk.submit(new ClosedWindow(window, List.of(), List.of()));
    }

    assertThat(a.trouble()).isEqualTo(FallbackReason.UNCALIBRATED);
  }
}
