/** The port to a store of secrets. */
@NullMarked
package dev.gatehouse.cloud.secrets;

import org.jspecify.annotations.NullMarked;
