/** Reports, and what must not happen in them. */
@NullMarked
package io.aquatope.report;

import org.jspecify.annotations.NullMarked;
