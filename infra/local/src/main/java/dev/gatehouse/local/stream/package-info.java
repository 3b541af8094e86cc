/** Event source mappings of table streams: records in order, a failing one tried again. */
@NullMarked
package dev.gatehouse.local.stream;

import org.jspecify.annotations.NullMarked;
