/** What crosses a queue: sealed records with a version, free of any library. */
@NullMarked
package dev.gatehouse.contracts;

import org.jspecify.annotations.NullMarked;
