/** Replays checked by hand, by laws, and against an independent simulation. */
@NullMarked
package io.aquatope.replay;

import org.jspecify.annotations.NullMarked;
