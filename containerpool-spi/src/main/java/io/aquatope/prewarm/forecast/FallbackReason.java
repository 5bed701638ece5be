/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

/** Reason why OpenWhisk's fixed rule decides about a function instead of its forecasts. */
public enum FallbackReason {
  /** There was no forecast yet: the function is new. */
  UNKNOWN,
  /** The forecast of the present window is late. */
  LATE,
  /** Forecasting has thrown an exception. */
  FAILED,
  /** Too many of the last outcomes lay outside their forecasts. */
  UNCALIBRATED
}
