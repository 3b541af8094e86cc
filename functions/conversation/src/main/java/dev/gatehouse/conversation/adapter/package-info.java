/** The ports on Discord and on the settings. */
@NullMarked
package dev.gatehouse.conversation.adapter;

import org.jspecify.annotations.NullMarked;
