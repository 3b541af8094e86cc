/** A batch of queue records, whose groups fail apart from each other. */
@NullMarked
package dev.gatehouse.conversation.batch;

import org.jspecify.annotations.NullMarked;
