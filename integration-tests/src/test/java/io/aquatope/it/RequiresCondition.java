/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Evaluates {@link Requires}. */
final class RequiresCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    Requires requires = test.getAnnotation(Requires.class);
    if (requires == null) {
      return ConditionEvaluationResult.enabled("needs no engine");
    }
    for (Engine engine : requires.value()) {
      Optional<String> absence = engine.absence();
      if (absence.isPresent()) {
        if (engine.isRequired()) {
          throw new IllegalStateException(test.getSimpleName() + " must run: " + absence.get());
        }
        // Failsafe counts skipped tests, and does not print why.
        if (context.getTestMethod().isEmpty()) {
          System.err.println("SKIPPED " + test.getSimpleName() + ": " + absence.get());
        }
        return ConditionEvaluationResult.disabled(absence.get());
      }
    }
    return ConditionEvaluationResult.enabled("all engines answer");
  }
}
