/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.whisk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark of code that links only where OpenWhisk has a feature, and that must run only there. The
 * check of linkage leaves it out elsewhere.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface LinksWith {
  WhiskFeature value();
}
