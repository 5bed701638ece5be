/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two cores; functions hold one each, unless a test says otherwise. */
class ContainerPoolCpuTest {

  private static final FunctionSpec A = function("a", 128);
  private static final FunctionSpec B = function("b", 128);
  private static final FunctionSpec C = function("c", 128);

  private final Map<FunctionSpec, Integer> needs = new HashMap<>();
  private final ScriptedPolicy policy = new ScriptedPolicy();
  private final PoolFixture pool =
      new PoolFixture(
          1024, CpuSlots.of(1, 2, function -> needs.getOrDefault(function, 1000)), policy);

  @Test
  void aStartThatWouldExceedTheCoresWaitsUntilOneIsFree() {
    pool.submit("a1", A).submit("b1", B).submit("c1", C);
    assertThat(pool.lines()).containsExactly("run a1 in 1 COLD", "run b1 in 2 COLD", "buffered c1");

    pool.completed(1);
    assertThat(pool.lines()).containsExactly("run c1 in 3 COLD", "ready");
  }

  @Test
  void aDispatchToAWarmContainerWaitsAsWell() {
    pool.submit("a1", A).completed(1).submit("b1", B).submit("c1", C);
    pool.lines();
    pool.submit("a2", A);
    assertThat(pool.lines()).containsExactly("buffered a2");
    pool.completed(2);
    assertThat(pool.lines()).containsExactly("run a2 in 1 WARM", "ready");
  }

  @Test
  void anotherRunInABusyContainerNeedsNoMore() {
    FunctionSpec shared = function("shared", 128, 2);
    pool.submit("s1", shared).submit("b1", B).submit("s2", shared);
    assertThat(pool.lines())
        .containsExactly("run s1 in 1 COLD", "run b1 in 2 COLD", "run s2 in 1 WARMING_COLD");
    assertThat(pool.pool.view().busyMilliCores()).isEqualTo(2000);
  }

  @Test
  void idleContainersHoldNone() {
    pool.submit("a1", A).submit("b1", B).completed(1).completed(2);
    assertThat(pool.pool.view().idleContainers()).isEqualTo(2);
    assertThat(pool.pool.view().busyMilliCores()).isZero();
  }

  @Test
  void aContainerThatEndsFreesWhatItHeld() {
    pool.submit("a1", A).submit("b1", B).submit("c1", C);
    pool.lines();
    pool.removed(1);
    assertThat(pool.lines()).contains("run c1 in 3 COLD");
  }

  @Test
  void aFunctionThatNeedsMoreThanThereIsRunsAlone() {
    needs.put(A, 64_000);
    pool.submit("b1", B).submit("a1", A);
    assertThat(pool.lines()).containsExactly("run b1 in 1 COLD", "buffered a1");
    pool.completed(1);
    assertThat(pool.lines()).containsExactly("run a1 in 2 COLD", "ready");
    assertThat(pool.pool.view().busyMilliCores()).isEqualTo(2000);
  }

  @Test
  void functionsThatAreNotCountedDoNotWait() {
    needs.put(C, 0);
    pool.submit("a1", A).submit("b1", B).submit("c1", C);
    assertThat(pool.lines()).contains("run c1 in 3 COLD");
  }

  @Test
  void aLimitThatChangesMeanwhileIsFreedAsItWasTaken() {
    pool.submit("a1", A);
    needs.put(A, 250);
    assertThat(pool.pool.view().busyMilliCores()).isEqualTo(1000);
    pool.completed(1);
    assertThat(pool.pool.view().busyMilliCores()).isZero();
    pool.submit("a2", A);
    assertThat(pool.pool.view().busyMilliCores()).isEqualTo(250);
  }

  @Test
  void nothingIsEvictedForAnActivationThatCannotStartAnyway() {
    FunctionSpec large = function("large", 1024);
    pool.submit("a1", A).submit("b1", B).submit("c1", C).completed(1);
    needs.put(large, 2000);
    pool.lines();
    pool.submit("l1", large);
    assertThat(pool.lines()).containsExactly("buffered l1");
  }

  @Test
  void thereHaveToBeSomeCores() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuSlots.of(0, 1, function -> 0))
        .withMessage("0 milli-cores, expected more than 0");
  }
}
