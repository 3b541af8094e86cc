/** Commands for whoever runs Gatehouse with a real Discord application. */
@NullMarked
package dev.gatehouse.cli;

import org.jspecify.annotations.NullMarked;
