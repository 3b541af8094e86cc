/** A table in memory, and the contract that every table keeps. */
@NullMarked
package dev.gatehouse.testkit.table;

import org.jspecify.annotations.NullMarked;
