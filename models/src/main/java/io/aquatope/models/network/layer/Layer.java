/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.List;

/** A part of a network with trainable weights. */
public interface Layer {

  /** The weights, always in the same order. */
  List<Parameter> parameters();
}
