/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * The box that is searched.
 *
 * @param dimensions inputs of the function that is optimised, at least one
 */
public record SearchSpace(ImmutableList<SearchDimension> dimensions) {

  public SearchSpace {
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("expected at least one dimension");
    }
  }

  public static SearchSpace of(SearchDimension... dimensions) {
    return new SearchSpace(ImmutableList.copyOf(dimensions));
  }

  public int size() {
    return dimensions.size();
  }

  double[] toUnit(double[] point) {
    if (point.length != size()) {
      throw new IllegalArgumentException(
          "expected %s coordinates, got %s".formatted(size(), Arrays.toString(point)));
    }
    double[] unit = new double[point.length];
    Arrays.setAll(unit, j -> dimensions.get(j).toUnit(point[j]));
    return unit;
  }

  double[] fromUnit(double[] unit) {
    double[] point = new double[unit.length];
    Arrays.setAll(point, j -> dimensions.get(j).fromUnit(unit[j]));
    return point;
  }
}
