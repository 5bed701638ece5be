/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import org.ejml.data.DMatrixRMaj;

/** A matrix of weights with its gradient and its two moments for {@link AdamOptimizer}. */
final class Parameter {

  final DMatrixRMaj value;
  final DMatrixRMaj gradient;
  final DMatrixRMaj firstMoment;
  final DMatrixRMaj secondMoment;

  Parameter(int rows, int columns) {
    value = new DMatrixRMaj(rows, columns);
    gradient = new DMatrixRMaj(rows, columns);
    firstMoment = new DMatrixRMaj(rows, columns);
    secondMoment = new DMatrixRMaj(rows, columns);
  }
}
