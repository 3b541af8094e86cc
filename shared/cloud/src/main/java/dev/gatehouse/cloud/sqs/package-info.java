/** A queue client on the JDK alone: it starts in milliseconds and copies a body once. */
@NullMarked
package dev.gatehouse.cloud.sqs;

import org.jspecify.annotations.NullMarked;
