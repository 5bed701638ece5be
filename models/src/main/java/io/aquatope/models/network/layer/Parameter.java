/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import org.ejml.data.DMatrixRMaj;

/** A matrix of weights with its gradient and its two moments for {@link AdamOptimizer}. */
public final class Parameter {

  public final DMatrixRMaj value;
  public final DMatrixRMaj gradient;
  public final DMatrixRMaj firstMoment;
  public final DMatrixRMaj secondMoment;

  Parameter(int rows, int columns) {
    value = new DMatrixRMaj(rows, columns);
    gradient = new DMatrixRMaj(rows, columns);
    firstMoment = new DMatrixRMaj(rows, columns);
    secondMoment = new DMatrixRMaj(rows, columns);
  }
}
