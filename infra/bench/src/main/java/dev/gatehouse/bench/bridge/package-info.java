/** What a gateway event costs: the bridge beside a bare reader, JDA and @discordjs/ws. */
@NullMarked
package dev.gatehouse.bench.bridge;

import org.jspecify.annotations.NullMarked;
