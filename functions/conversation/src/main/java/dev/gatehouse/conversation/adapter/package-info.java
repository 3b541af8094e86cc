/** The ports on Discord. */
@NullMarked
package dev.gatehouse.conversation.adapter;

import org.jspecify.annotations.NullMarked;
