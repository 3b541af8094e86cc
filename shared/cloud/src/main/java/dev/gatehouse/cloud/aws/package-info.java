/** Signed calls of AWS's JSON services on the JDK alone: they start in milliseconds. */
@NullMarked
package dev.gatehouse.cloud.aws;

import org.jspecify.annotations.NullMarked;
