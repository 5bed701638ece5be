/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

/** Why a function is ruled by OpenWhisk's fixed rule instead of by its forecasts. */
public enum FallbackReason {
  /** There was no forecast yet: the function is new. */
  UNKNOWN,
  /** The forecast of the present window has not come in time. */
  LATE,
  /** Forecasting has thrown an exception. */
  FAILED,
  /** Too many of the last outcomes lay outside what had been forecast. */
  UNCALIBRATED
}
