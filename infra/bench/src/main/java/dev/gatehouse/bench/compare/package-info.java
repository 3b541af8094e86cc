/** What every comparison needs: the peers that run on Node, and figures of repeated runs. */
@NullMarked
package dev.gatehouse.bench.compare;

import org.jspecify.annotations.NullMarked;
