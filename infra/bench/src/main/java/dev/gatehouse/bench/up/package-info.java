/** How long a person waits: for {@code ./gatehouse up}, and for the first words of an answer. */
@NullMarked
package dev.gatehouse.bench.up;

import org.jspecify.annotations.NullMarked;
