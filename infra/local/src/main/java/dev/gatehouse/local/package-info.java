/** The whole cloud in one process: emulators, a host for the functions, and {@code up}. */
@NullMarked
package dev.gatehouse.local;

import org.jspecify.annotations.NullMarked;
