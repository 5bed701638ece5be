/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

/** Answers to an operator's requests to the running invoker. */
interface InvokerAnswers {

  /** Has the invoker accept work. */
  String enable();

  /** Has the invoker accept no work. */
  String disable();

  String isEnabled();

  String backfillPrewarm();
}
