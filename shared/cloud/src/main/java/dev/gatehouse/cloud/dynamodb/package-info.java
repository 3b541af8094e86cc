/**
 * A table client on the JDK alone: DynamoDB's JSON protocol without its SDK, which takes memory.
 */
@NullMarked
package dev.gatehouse.cloud.dynamodb;

import org.jspecify.annotations.NullMarked;
