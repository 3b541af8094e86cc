/** What the table's port says of items, in DynamoDB's expression language. */
@NullMarked
package dev.gatehouse.cloud.table.expression;

import org.jspecify.annotations.NullMarked;
