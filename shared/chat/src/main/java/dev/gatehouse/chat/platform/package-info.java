/** The port that a chat platform implements, and which platforms are served. */
@NullMarked
package dev.gatehouse.chat.platform;

import org.jspecify.annotations.NullMarked;
