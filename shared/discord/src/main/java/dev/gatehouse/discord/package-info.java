/** Discord as one platform among others: its name on queues and in keys. */
@NullMarked
package dev.gatehouse.discord;

import org.jspecify.annotations.NullMarked;
