/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;

/** Something with weights to learn. */
interface Layer {

  /** The weights, always in the same order. */
  List<Parameter> parameters();
}
