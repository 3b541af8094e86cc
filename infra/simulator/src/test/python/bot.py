"""A discord.py bot as its users write it; only the addresses differ from Discord's."""

import os

import discord
import yarl
from discord import app_commands

SIMULATOR_URL = os.environ["SIMULATOR_URL"]
discord.http.Route.BASE = f"{SIMULATOR_URL}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(
    SIMULATOR_URL.replace("http:", "ws:") + "/gateway"
)

intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
client = discord.Client(intents=intents)
commands = app_commands.CommandTree(client)


@commands.command(description="Say it louder")
async def shout(interaction: discord.Interaction, text: str):
    await interaction.response.defer()
    await interaction.edit_original_response(content=text.upper())


@client.event
async def setup_hook():
    await commands.sync()


@client.event
async def on_message(message: discord.Message):
    if message.author.bot:
        return
    answer = await message.reply(f"heard {message.content}")
    await answer.edit(content=f"heard {message.content} in #{message.channel.name}")


client.run(os.environ["BOT_TOKEN"])
