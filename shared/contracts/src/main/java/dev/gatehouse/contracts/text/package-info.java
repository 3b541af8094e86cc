/** What helps to understand what people type. */
@NullMarked
package dev.gatehouse.contracts.text;

import org.jspecify.annotations.NullMarked;
