package dev.gatehouse.bench.bridge;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * JDA as it comes, with a listener that counts; with a queue's address it also sends each message
 * by itself through the AWS SDK. Arguments: REST address, token, compression, step, queue or {@code
 * none}, and {@code ages} to print how old each message is.
 */
public final class JdaMain {
  private JdaMain() {}

  public static void main(String[] arguments) {
    String api = arguments[0];
    String gateway = api.replace("http:", "ws:").replace("/api/v10", "/gateway");
    JDABuilder.createLight(
            arguments[1], GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT)
        .setRestConfig(new RestConfig().setBaseUrl(api + "/"))
        .setSessionController(new LocalGateway(gateway))
        .setCompression(arguments[2].equals("zlib") ? Compression.ZLIB : Compression.NONE)
        .addEventListeners(
            new Counter(Integer.parseInt(arguments[3]), arguments[4], arguments.length > 5))
        .build();
  }

  private static final class LocalGateway extends SessionControllerAdapter {
    private final String url;

    LocalGateway(String url) {
      this.url = url;
    }

    @Override
    public String getGateway() {
      return url;
    }
  }

  private static final class Counter extends ListenerAdapter {
    private final AtomicLong count = new AtomicLong();
    private final int step;
    private final String queue;
    private final boolean tellsAges;
    private final @Nullable SqsClient sqs;

    Counter(int step, String queue, boolean tellsAges) {
      this.step = step;
      this.tellsAges = tellsAges;
      this.queue = queue;
      this.sqs = queue.equals("none") ? null : client(queue);
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      if (sqs != null) {
        send(sqs, event);
      }
      if (tellsAges) {
        System.out.println("age " + MessageAge.of(event.getMessageIdLong()));
      }
      long seen = count.incrementAndGet();
      if (seen % step == 0) {
        System.out.println("count " + seen);
      }
    }

    private void send(SqsClient client, MessageReceivedEvent event) {
      client.sendMessage(request ->
          request
              .queueUrl(queue)
              .messageGroupId(event.getChannel().getId())
              .messageDeduplicationId(event.getMessageId())
              .messageBody(event.getMessage().getContentRaw()));
    }

    private static SqsClient client(String queue) {
      URI address = URI.create(queue);
      return SqsClient.builder()
          .endpointOverride(URI.create(address.getScheme() + "://" + address.getAuthority()))
          .build();
    }
  }
}
