/** The command line as its users meet it. */
@NullMarked
package io.aquatope.cli;

import org.jspecify.annotations.NullMarked;
