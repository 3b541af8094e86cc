/** The function that answers: takes turns from their queue and streams each into one reply. */
@NullMarked
package dev.gatehouse.llm;

import org.jspecify.annotations.NullMarked;
