package dev.gatehouse.simulator.gateway;

import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Directory;
import java.util.function.Predicate;

/** The sessions whose bots see a channel and whose shards cover it. */
record Audience(Directory directory, Channel channel) {

  Predicate<Session> with(long intent) {
    return session ->
        session.wants(intent)
            && session.shard().covers(channel.guildId())
            && directory.canSee(session.application().id(), channel);
  }
}
