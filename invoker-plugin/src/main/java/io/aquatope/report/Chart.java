/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart of data. A series has the same colour and symbol in all charts of a report, by its name.
 * Names and labels are plain text.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Chart {

  /**
   * An axis.
   *
   * @param label with the unit
   * @param scale of the values; on a logarithmic axis, 0 is drawn at the lower end
   * @param max the upper end, to make charts comparable; by default the greatest value
   */
  record Axis(String label, Scale scale, @Nullable Double max) {

    /** A linear axis that ends with the data. */
    public static Axis linear(String label) {
      return new Axis(label, Scale.LINEAR, null);
    }

    /** A logarithmic axis that ends with the data. */
    public static Axis log(String label) {
      return new Axis(label, Scale.LOG, null);
    }

    /** The same axis with an upper end. */
    public Axis to(double upperEnd) {
      return new Axis(label, scale, upperEnd);
    }
  }

  /** Scale of an axis. */
  enum Scale {
    LINEAR,
    LOG
  }

  /** A named line through points ({@code xs[i]}, {@code ys[i]}), in ascending order of x. */
  record Line(String name, List<Double> xs, List<Double> ys) {}

  /** A named point. */
  record Point(String name, double x, double y) {}

  /** A named distribution by its quartiles. */
  record Box(String name, double min, double q1, double median, double q3, double max) {}

  /** Named bars, one for each category. */
  record Bars(String name, List<Double> values) {}

  /** Lines over a common x, drawn in one plane. */
  @JsonTypeName("lines")
  record Lines(Axis x, Axis y, List<Line> lines) implements Chart {}

  /** Lines over a common x, stacked one upon the other as areas. All have the same xs. */
  @JsonTypeName("areas")
  record Areas(Axis x, Axis y, List<Line> lines) implements Chart {}

  /** Labelled points in a plane, with dashed lines to compare them by. */
  @JsonTypeName("plane")
  record Plane(Axis x, Axis y, List<Point> points, List<Line> guides) implements Chart {}

  /** Distributions, one below the other. */
  @JsonTypeName("boxes")
  record Boxes(Axis x, List<Box> boxes) implements Chart {}

  /** Groups of horizontal bars, one group for each category. */
  @JsonTypeName("bars")
  record BarGroups(Axis x, List<String> categories, List<Bars> bars) implements Chart {}
}
