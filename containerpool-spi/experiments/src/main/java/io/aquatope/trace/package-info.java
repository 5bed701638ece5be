/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Records of past or generated load.
 *
 * <p>{@link io.aquatope.trace.reader.TraceReader} makes a {@link io.aquatope.trace.Trace} of files
 * in one of the {@link io.aquatope.trace.reader.TraceFormat}s, or of {@link
 * io.aquatope.trace.synthetic.SyntheticLoad} settings. {@link io.aquatope.trace.DemandSeries} is
 * the input of forecasts.
 */
@NullMarked
package io.aquatope.trace;

import org.jspecify.annotations.NullMarked;
