/** The port to tables of items with conditional writes: DynamoDB in shape, without its SDK. */
@NullMarked
package dev.gatehouse.cloud.table;

import org.jspecify.annotations.NullMarked;
