/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;

/** An activation of a trace in a pool. */
record ReplayActivation(
    int number, int functionIndex, FunctionSpec function, long root, long arrivedMicros)
    implements Activation {}
