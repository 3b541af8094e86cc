// Serves every provider's protocol on one port of loopback; prints its address and stops with stdin.
import { LLMock } from '@copilotkit/aimock';

const mock = new LLMock({ port: 0 });
mock.onMessage('What is new?', { content: 'Hello, wörld! 🌍 This comes in several pieces.' });
mock.onMessage('Are you overloaded?', { error: { message: 'Overloaded', type: 'overloaded_error' }, status: 529 });
await mock.start();
console.log(mock.url);
process.stdin.on('end', () => mock.stop().then(() => process.exit(0)));
process.stdin.resume();
