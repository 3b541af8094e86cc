/** The port to a store of large payloads, which SQS messages refer to by claim check. */
@NullMarked
package dev.gatehouse.cloud.blob;

import org.jspecify.annotations.NullMarked;
