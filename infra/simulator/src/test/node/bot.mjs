// A discord.js bot as its users write it; only the API's address differs from Discord's.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { SIMULATOR_URL, BOT_TOKEN } = process.env;

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: `${SIMULATOR_URL}/api`, version: '10' },
});

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([
    { name: 'shout', description: 'Say it louder', options: [{ type: 3, name: 'text', description: 'What', required: true }] },
  ]);
  console.log('ready');
});

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  await message.channel.sendTyping();
  const answer = await message.reply(`heard ${message.content}`);
  await answer.edit(`heard ${message.content} in #${message.channel.name}`);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply(interaction.options.getString('text').toUpperCase());
});

await client.login(BOT_TOKEN);
