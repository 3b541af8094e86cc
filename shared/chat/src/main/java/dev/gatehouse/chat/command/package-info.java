/** Commands declared once: parsed from text and from forms, registered, and explained in help. */
@NullMarked
package dev.gatehouse.chat.command;

import org.jspecify.annotations.NullMarked;
