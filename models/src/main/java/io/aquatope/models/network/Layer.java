/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;

/** A part of a network with trainable weights. */
interface Layer {

  /** The weights, always in the same order. */
  List<Parameter> parameters();
}
