/** The port to message queues: SQS FIFO in shape, without its SDK. */
@NullMarked
package dev.gatehouse.cloud.queue;

import org.jspecify.annotations.NullMarked;
