/** Chat platforms that live in memory. */
@NullMarked
package dev.gatehouse.testkit.chat;

import org.jspecify.annotations.NullMarked;
