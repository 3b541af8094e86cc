/**
 * What Discord's Markdown has beside the common rules, inside a line.
 * https://discord.com/developers/docs/reference#message-formatting
 */
import { escape } from './escape.js';
import { full, styled } from './time.js';
import { channelOf, channelLabel, displayName, roleOf, userOf } from '../core/select.js';

const chip = (kind, text, attributes = '') => `<span class="mention mention-${kind}"${attributes}>${escape(text)}</span>`;

/** A rule that matches at one spot and draws what it captured. */
const leaf = (name, start, pattern, draw) => ({
  name,
  level: 'inline',
  start: (text) => matchIndex(text, start),
  tokenizer(text) {
    const match = pattern.exec(text);
    return match ? { type: name, raw: match[0], match } : undefined;
  },
  renderer: (token) => draw(...token.match.slice(1)),
});

/** A rule that wraps other inline text. */
const span = (name, start, pattern, open, close) => ({
  name,
  level: 'inline',
  start: (text) => matchIndex(text, start),
  tokenizer(text) {
    const match = pattern.exec(text);
    return match ? { type: name, raw: match[0], tokens: this.lexer.inlineTokens(match[1]) } : undefined;
  },
  renderer(token) {
    return open + this.parser.parseInline(token.tokens) + close;
  },
});

const matchIndex = (text, mark) => {
  const index = text.indexOf(mark);
  return index < 0 ? undefined : index;
};

function drawUser(id) {
  const user = userOf(id);
  return chip('user', `@${user ? displayName(user) : 'unknown-user'}`, ` data-user="${escape(id)}"`);
}

function drawChannel(id) {
  const channel = channelOf(id);
  return chip('channel', channel ? channelLabel(channel) : '#unknown', ` data-channel="${escape(id)}" role="link" tabindex="0"`);
}

function drawTime(seconds, style) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return escape(`<t:${seconds}>`);
  return `<time class="timestamp" datetime="${date.toISOString()}" title="${escape(full(date))}">${escape(styled(date, style))}</time>`;
}

export const inlineRules = [
  span('underline', '__', /^__(?!_)([\s\S]+?)__(?!_)/, '<u>', '</u>'),
  span('spoiler', '||', /^\|\|([\s\S]+?)\|\|/, '<span class="spoiler" role="button" tabindex="0" aria-label="Spoiler, activate to reveal" aria-expanded="false"><span class="spoiler-text">', '</span></span>'),
  leaf('user', '<@', /^<@!?(\d{1,20})>/, drawUser),
  leaf('role', '<@&', /^<@&(\d{1,20})>/, (id) => chip('role', `@${roleOf(id)?.name ?? 'unknown-role'}`)),
  leaf('channel', '<#', /^<#(\d{1,20})>/, drawChannel),
  leaf('everyone', '@', /^@(everyone|here)\b/, (name) => chip('everyone', `@${name}`)),
  leaf('command', '</', /^<\/([\p{L}\p{N}_ -]{1,100}):\d{1,20}>/u, (name) => chip('command', `/${name}`)),
  leaf('time', '<t:', /^<t:(-?\d{1,14})(?::([tTdDfFsSR]))?>/, drawTime),
  leaf('emoji', '<', /^<a?:(\w{2,32}):\d{1,20}>/, (name) => `<span class="emoji" title=":${escape(name)}:">:${escape(name)}:</span>`),
];
