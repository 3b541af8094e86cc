/** SQS and DynamoDB on loopback, filled with the queues and tables that the template asks for. */
@NullMarked
package dev.gatehouse.local.emulator;

import org.jspecify.annotations.NullMarked;
