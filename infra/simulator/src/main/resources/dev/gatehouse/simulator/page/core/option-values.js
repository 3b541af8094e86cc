/** Option values as people write them, and as Discord takes them. */
import { Option } from './discord.js';
import { channelLabel, displayName, everyone, guildChannels, roles } from './select.js';

const users = () => everyone().map((user) => ({ name: displayName(user), value: user.id, user }));
const roleChoices = () => roles().map((role) => ({ name: `@${role.name}`, value: role.id }));

const CHOICES = {
  [Option.BOOLEAN]: () => [{ name: 'True', value: true }, { name: 'False', value: false }],
  [Option.USER]: users,
  [Option.ROLE]: roleChoices,
  [Option.MENTIONABLE]: () => [...users(), ...roleChoices()],
  [Option.CHANNEL]: () => guildChannels().map((channel) => ({ name: channelLabel(channel), value: channel.id })),
};

/** The values that an option allows, when it allows only some. */
export const fixedChoices = (option) => CHOICES[option.type]?.() ?? (option.choices?.length ? option.choices : null);

/**
 * Reads what was written for an option.
 * @returns {{value: unknown} | {problem: string} | null} null when nothing was written
 */
export function read(option, text) {
  if (!text.trim()) return option.required ? { problem: 'This option is required.' } : null;
  const choices = fixedChoices(option);
  if (choices) return chosen(choices, text.trim());
  return option.type === Option.INTEGER || option.type === Option.NUMBER ? number(option, text.trim()) : string(option, text);
}

function chosen(choices, text) {
  const choice = choices.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return choice ? { value: choice.value } : { problem: `Choose one of: ${choices.slice(0, 8).map(({ name }) => name).join(', ')}.` };
}

function number(option, text) {
  const value = Number(text);
  if (!Number.isFinite(value) || (option.type === Option.INTEGER && !Number.isInteger(value))) {
    return { problem: option.type === Option.INTEGER ? 'Write a whole number.' : 'Write a number.' };
  }
  if (value < (option.min_value ?? -Infinity)) return { problem: `The least is ${option.min_value}.` };
  return value > (option.max_value ?? Infinity) ? { problem: `The most is ${option.max_value}.` } : { value };
}

function string(option, text) {
  const length = [...text].length;
  if (length < (option.min_length ?? 0)) return { problem: `Write at least ${option.min_length} characters.` };
  return length > (option.max_length ?? 6000) ? { problem: `Write at most ${option.max_length} characters.` } : { value: text };
}
