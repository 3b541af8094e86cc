/** The shape in which SQS calls a function, and how the function says which messages failed. */
@NullMarked
package dev.gatehouse.llm.batch;

import org.jspecify.annotations.NullMarked;
