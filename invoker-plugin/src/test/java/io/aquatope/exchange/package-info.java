/** The exchange, tried without a broker. */
@NullMarked
package io.aquatope.exchange;

import org.jspecify.annotations.NullMarked;
