// The peer of the bridge's reception: @discordjs/ws as it comes, with a listener that counts.
import { REST } from '@discordjs/rest';
import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';

const [api, token, compression, step, ages] = process.argv.slice(2);
const rest = new REST({ api: api.replace(/\/v10$/, ''), version: '10' }).setToken(token);
const manager = new WebSocketManager({
  token,
  rest,
  intents: 1 | (1 << 9) | (1 << 15),
  compression: compression === 'zlib' ? CompressionMethod.ZlibNative : null,
});

/** In milliseconds, by the time in the message's id. */
const age = (id) =>
  performance.timeOrigin + performance.now() - Number(BigInt(id) >> 22n) - 1420070400000;

let count = 0;
manager.on(WebSocketShardEvents.Dispatch, (payload) => {
  const data = payload.data ?? payload;
  if (data.t !== 'MESSAGE_CREATE') {
    return;
  }
  if (ages) {
    process.stdout.write(`age ${age(data.d.id)}\n`);
  }
  if (++count % Number(step) === 0) {
    process.stdout.write(`count ${count}\n`);
  }
});
await manager.connect();
