/** The function that turns chat events and commands into answers and turns. */
@NullMarked
package dev.gatehouse.conversation;

import org.jspecify.annotations.NullMarked;
