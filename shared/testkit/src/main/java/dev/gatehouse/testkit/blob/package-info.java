/** A blob store in memory, and the contract that every blob store keeps. */
@NullMarked
package dev.gatehouse.testkit.blob;

import org.jspecify.annotations.NullMarked;
