/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.aquatope.pool.FunctionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The policy's own records, as they are at a time.
 *
 * @param troubles of those functions that forecasts cannot decide about
 */
record LiveOutlooks(
    Map<FunctionId, FunctionOutlook> known,
    Map<FunctionId, Trouble> troubles,
    Planner planner,
    long nowMicros)
    implements Outlooks {

  @Override
  public int functions() {
    return known.size();
  }

  @Override
  public Map<Trouble, Integer> fallenBack() {
    return troubles.values().stream()
        .collect(groupingBy(Function.identity(), collectingAndThen(counting(), Math::toIntExact)));
  }

  @Override
  public double coverage() {
    return known.values().stream()
        .map(FunctionOutlook::coverage)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average()
        .orElse(1);
  }

  @Override
  public List<Outlook> all() {
    Map<FunctionId, Outlook.Worth> weighed = planner.weighed();
    return known.entrySet().stream()
        .map(
            entry ->
                entry
                    .getValue()
                    .told(
                        Optional.ofNullable(troubles.get(entry.getKey())),
                        Optional.ofNullable(weighed.get(entry.getKey())),
                        nowMicros))
        .toList();
  }
}
