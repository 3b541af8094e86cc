/** Benchmarks: what ours costs, beside its peers in the same run. */
@NullMarked
package dev.gatehouse.bench;

import org.jspecify.annotations.NullMarked;
