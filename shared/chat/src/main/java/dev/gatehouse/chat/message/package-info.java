/** Messages of any chat platform, and whether they are meant for us. */
@NullMarked
package dev.gatehouse.chat.message;

import org.jspecify.annotations.NullMarked;
