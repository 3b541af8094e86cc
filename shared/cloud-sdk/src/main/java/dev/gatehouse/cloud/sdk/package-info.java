/** The ports to queues, tables, blobs, secrets and credentials on the AWS SDK for Java 2. */
@NullMarked
package dev.gatehouse.cloud.sdk;

import org.jspecify.annotations.NullMarked;
