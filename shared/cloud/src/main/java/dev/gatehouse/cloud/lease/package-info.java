/** The one lease of the project: who works on a row of a table, until when, fenced by an epoch. */
@NullMarked
package dev.gatehouse.cloud.lease;

import org.jspecify.annotations.NullMarked;
