/** A queue client on the JDK alone: it copies a body once. */
@NullMarked
package dev.gatehouse.cloud.sqs;

import org.jspecify.annotations.NullMarked;
