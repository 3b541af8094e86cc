/** One test for each promise of the design, on the whole stack, as a user would see it. */
package dev.gatehouse.local.promise;
