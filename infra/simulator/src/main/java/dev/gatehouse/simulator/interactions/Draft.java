package dev.gatehouse.simulator.interactions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.simulator.state.Application;
import dev.gatehouse.simulator.state.Channel;
import dev.gatehouse.simulator.state.Message;
import dev.gatehouse.simulator.state.User;
import org.jspecify.annotations.Nullable;

/**
 * What a person does that an application is to hear of.
 *
 * @param name the command's name or the component's custom id
 * @param data the interaction's {@code data}
 * @param source the message whose component was used
 * @param commandType 1, 2 or 3 for commands; else 0
 */
record Draft(
    InteractionType type,
    Application application,
    User user,
    Channel channel,
    String name,
    ObjectNode data,
    @Nullable Message source,
    int commandType) {}
