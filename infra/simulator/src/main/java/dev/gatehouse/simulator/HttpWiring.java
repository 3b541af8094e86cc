package dev.gatehouse.simulator;

import dev.gatehouse.simulator.control.ApplicationControl;
import dev.gatehouse.simulator.control.ControlApi;
import dev.gatehouse.simulator.control.FaultRoutes;
import dev.gatehouse.simulator.control.FirehoseRoutes;
import dev.gatehouse.simulator.control.GuildControl;
import dev.gatehouse.simulator.control.InteractionControl;
import dev.gatehouse.simulator.control.LedgerRoutes;
import dev.gatehouse.simulator.control.PersonRoutes;
import dev.gatehouse.simulator.control.StateRoutes;
import dev.gatehouse.simulator.gateway.Gateway;
import dev.gatehouse.simulator.http.Site;
import dev.gatehouse.simulator.interactions.Interactions;
import dev.gatehouse.simulator.interactions.PersonActions;
import dev.gatehouse.simulator.interactions.Replies;
import dev.gatehouse.simulator.messages.MessageSender;
import dev.gatehouse.simulator.page.PageSite;
import dev.gatehouse.simulator.rest.ApplicationRoutes;
import dev.gatehouse.simulator.rest.ChannelRoutes;
import dev.gatehouse.simulator.rest.CommandRoutes;
import dev.gatehouse.simulator.rest.GatewayRoutes;
import dev.gatehouse.simulator.rest.GuildRoutes;
import dev.gatehouse.simulator.rest.InteractionRoutes;
import dev.gatehouse.simulator.rest.MessageRoutes;
import dev.gatehouse.simulator.rest.RateLimits;
import dev.gatehouse.simulator.rest.ReactionRoutes;
import dev.gatehouse.simulator.rest.RestApi;
import dev.gatehouse.simulator.rest.RestFaults;
import dev.gatehouse.simulator.rest.ThreadRoutes;
import dev.gatehouse.simulator.rest.UserRoutes;
import dev.gatehouse.simulator.state.BotAuthentication;
import dev.gatehouse.simulator.state.World;
import dev.gatehouse.simulator.wire.MessageJson;

/**
 * Puts the parts of the HTTP side together.
 *
 * @param webSocketUrl the server's own address for WebSockets
 */
record HttpWiring(
    SimulatorConfig config,
    World world,
    BotAuthentication enrolment,
    Gateway gateway,
    Interactions interactions,
    MessageJson messages,
    String webSocketUrl) {

  Site site() {
    RateLimits limits = new RateLimits(config.clock(), config.rateLimits());
    RestFaults faults = new RestFaults();
    return new SiteRouter(world, rest(limits, faults), control(limits, faults), new PageSite());
  }

  private RestApi rest(RateLimits limits, RestFaults faults) {
    return new RestApi(
        world,
        enrolment,
        limits,
        faults,
        new GatewayRoutes(gateway, webSocketUrl),
        new UserRoutes(world),
        new GuildRoutes(world),
        new ChannelRoutes(world),
        new ThreadRoutes(world),
        new ReactionRoutes(world, new MessageSender(world, messages)),
        new MessageRoutes(world, messages),
        new ApplicationRoutes(world, interactions),
        new CommandRoutes(world),
        new InteractionRoutes(new Replies(world, interactions), messages));
  }

  private ControlApi control(RateLimits limits, RestFaults faults) {
    PersonActions people = new PersonActions(world, interactions, messages);
    return new ControlApi(
        new StateRoutes(world, gateway, messages, () -> startAgain(limits, faults)),
        new PersonRoutes(world, messages),
        new InteractionControl(world, people, messages),
        new ApplicationControl(world, gateway, interactions),
        new FaultRoutes(world, gateway, faults),
        new LedgerRoutes(world, gateway),
        new FirehoseRoutes(world, gateway, messages, config.random(), System::nanoTime),
        new GuildControl(world));
  }

  private void startAgain(RateLimits limits, RestFaults faults) {
    limits.clear();
    faults.clear();
    interactions.clear();
  }
}
