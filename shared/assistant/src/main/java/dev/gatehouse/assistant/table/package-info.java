/** What the rows in the table of conversations are found by. */
@NullMarked
package dev.gatehouse.assistant.table;

import org.jspecify.annotations.NullMarked;
