/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.ArrayList;
import java.util.List;

/** The weights of a network, in the order of its layers. */
public final class ParameterList {

  private ParameterList() {}

  public static List<Parameter> of(Layer... layers) {
    List<Parameter> all = new ArrayList<>();
    for (Layer layer : layers) {
      all.addAll(layer.parameters());
    }
    return all;
  }

  /** The values themselves, not copies. */
  public static List<double[]> values(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> parameter.value.data).toList();
  }
}
