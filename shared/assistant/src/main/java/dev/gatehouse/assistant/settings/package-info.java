/** The settings that several functions read by one rule, and what is made of them. */
@NullMarked
package dev.gatehouse.assistant.settings;

import org.jspecify.annotations.NullMarked;
