/** API Gateway's proxy events and responses, read and written as streams. */
@NullMarked
package dev.gatehouse.interactions.http;

import org.jspecify.annotations.NullMarked;
