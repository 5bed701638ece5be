/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * The box that is searched. The last {@code contexts} dimensions are given instead of chosen: load
 * or input size at the time of a proposal.
 *
 * @param dimensions inputs, chosen ones first
 * @param contexts how many of them are given, less than all
 */
public record SearchSpace(ImmutableList<SearchDimension> dimensions, int contexts) {

  public SearchSpace {
    if (contexts < 0 || contexts >= dimensions.size()) {
      throw new IllegalArgumentException(
          "of %s dimensions %s cannot be given".formatted(dimensions.size(), contexts));
    }
  }

  public static SearchSpace of(SearchDimension... dimensions) {
    return new SearchSpace(ImmutableList.copyOf(dimensions), 0);
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
