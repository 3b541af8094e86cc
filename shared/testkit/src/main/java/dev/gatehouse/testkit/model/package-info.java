/** A stand-in for the servers of language models. */
@NullMarked
package dev.gatehouse.testkit.model;

import org.jspecify.annotations.NullMarked;
