/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.ForecastDesk.ClosedWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastDeskTest {

  private static final FunctionId A = new FunctionId("ns", "a", "1");
  private static final FunctionId B = new FunctionId("ns", "b", "1");

  @Test
  void forecastsTheTwoWindowsThatFollow() {
    ForecastDesk desk = new ForecastDesk(new FixedModel(3), Runnable::run, PastCalls.NONE);
    desk.submit(List.of(new ClosedWindow(A, new Window(41, 0, 0))));

    Forecast forecast = desk.collect().get(0);
    assertThat(forecast.function()).isEqualTo(A);
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
    ForecastDesk desk = new ForecastDesk(new FixedModel(1), tasks::add, PastCalls.NONE);
    desk.submit(List.of(new ClosedWindow(A, new Window(1, 0, 0))));

    assertThat(desk.collect()).isEmpty();
    tasks.forEach(Runnable::run);
    assertThat(desk.collect()).hasSize(1);
  }

  @Test
  void aFunctionThatCannotBeForecastHarmsNoOther() {
    ForecastDesk desk =
        new ForecastDesk(FixedModel.failingAbove(10), Runnable::run, PastCalls.NONE);
    desk.submit(
        List.of(
            new ClosedWindow(A, new Window(1, 99, 1)), new ClosedWindow(B, new Window(1, 1, 1))));

    assertThat(desk.collect()).extracting(Forecast::failed).containsExactly(true, false);
  }

  @Test
  void aNewFunctionBeginsWithWhatOthersKnowOfIt() {
    List<Window> observed = new ArrayList<>();
    ForecastDesk desk =
        new ForecastDesk(
            new FixedModel(1, observed::add),
            Runnable::run,
            function ->
                function.equals(A)
                    ? List.of(new PastCalls.Past(5, 2), new PastCalls.Past(7, 3))
                    : List.of());
    desk.submit(
        List.of(
            new ClosedWindow(A, new Window(41, 1, 1)), new ClosedWindow(B, new Window(41, 4, 1))));
    desk.submit(List.of(new ClosedWindow(A, new Window(42, 2, 1))));

    assertThat(observed)
        .containsExactly(
            new Window(39, 5, 2),
            new Window(40, 7, 3),
            new Window(41, 1, 1),
            new Window(41, 4, 1),
            new Window(42, 2, 1));
  }
}
