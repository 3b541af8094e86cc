/**
 * What crosses a queue, as sealed records with a version, and what all parts share to name it: ids,
 * platforms, shards, secrets, and the error that names a field. Free of any library.
 */
@NullMarked
package dev.gatehouse.contracts;

import org.jspecify.annotations.NullMarked;
