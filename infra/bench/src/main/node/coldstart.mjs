// The peer of the interactions function: verify, enqueue, defer, with the packages that a Node
// developer would take. The loop below is the smallest client of Lambda's Runtime API, which spares
// Node the start-up cost of AWS's own (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
import http from 'node:http';
import { verifyKey, InteractionType, InteractionResponseType } from 'discord-interactions';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});
const agent = new http.Agent({ keepAlive: true });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');

async function handle(event) {
  const body = event.isBase64Encoded ? Buffer.from(event.body, 'base64') : Buffer.from(event.body);
  const signature = event.headers['x-signature-ed25519'];
  const timestamp = event.headers['x-signature-timestamp'];
  if (!(await verifyKey(body, signature, timestamp, process.env.DISCORD_PUBLIC_KEY))) {
    return { statusCode: 401, body: 'bad signature' };
  }
  const interaction = JSON.parse(body.toString('utf8'));
  if (interaction.type === InteractionType.PING) {
    return respond({ type: InteractionResponseType.PONG });
  }
  await sqs.send(new SendMessageCommand({
    QueueUrl: process.env.EVENTS_QUEUE_URL,
    MessageBody: body.toString('utf8'),
    MessageGroupId: `discord:${interaction.channel_id}`,
    MessageDeduplicationId: `interaction-${interaction.id}`,
  }));
  return respond({ type: InteractionResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE });
}

function respond(callback) {
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(callback) };
}

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/${path}` }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

for (;;) {
  const next = await call('GET', 'invocation/next');
  const id = next.headers['lambda-runtime-aws-request-id'];
  const answer = await handle(JSON.parse(next.body.toString('utf8')));
  await call('POST', `invocation/${id}/response`, JSON.stringify(answer));
}
