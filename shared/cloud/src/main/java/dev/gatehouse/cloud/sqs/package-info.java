/** Sends to an SQS FIFO queue over signed HTTP on the JDK alone, and copies a body once. */
@NullMarked
package dev.gatehouse.cloud.sqs;

import org.jspecify.annotations.NullMarked;
