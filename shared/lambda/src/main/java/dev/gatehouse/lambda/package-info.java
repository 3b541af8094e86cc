/** The shape in which SQS calls a function, and how the function says what is to come again. */
@NullMarked
package dev.gatehouse.lambda;

import org.jspecify.annotations.NullMarked;
