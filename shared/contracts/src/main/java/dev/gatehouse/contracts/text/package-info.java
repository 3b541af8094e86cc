/** Text as people and models write it: names nearly right, blocks of code. */
@NullMarked
package dev.gatehouse.contracts.text;

import org.jspecify.annotations.NullMarked;
