/** What a person does in the page, as calls that a program can make. */
@NullMarked
package dev.gatehouse.simulator.control;

import org.jspecify.annotations.NullMarked;
