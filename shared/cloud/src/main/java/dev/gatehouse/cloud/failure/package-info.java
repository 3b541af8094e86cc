/** What may be said in a log of a service that failed. */
@NullMarked
package dev.gatehouse.cloud.failure;

import org.jspecify.annotations.NullMarked;
