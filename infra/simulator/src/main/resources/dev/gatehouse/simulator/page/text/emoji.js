/** Emoji by the names that people type between colons. */
const GROUPS = {
  Faces: 'smile😄 grin😁 joy😂 rofl🤣 slight_smile🙂 wink😉 blush😊 heart_eyes😍 sunglasses😎 thinking🤔 neutral_face😐 unamused😒 sweat_smile😅 sob😭 cry😢 angry😠 scream😱 flushed😳 sleeping😴 nerd🤓 partying_face🥳 exploding_head🤯 shushing_face🤫 saluting_face🫡 upside_down🙃 robot🤖 ghost👻 skull💀',
  Hands: 'thumbsup👍 thumbsdown👎 clap👏 wave👋 pray🙏 ok_hand👌 muscle💪 raised_hands🙌 point_up☝️ point_right👉 handshake🤝 fingers_crossed🤞 eyes👀 brain🧠',
  Signs: 'heart❤️ broken_heart💔 star⭐ sparkles✨ fire🔥 boom💥 zap⚡ tada🎉 100💯 white_check_mark✅ x❌ warning⚠️ question❓ exclamation❗ no_entry⛔ construction🚧 arrow_right➡️ arrow_left⬅️ repeat🔁 hourglass⏳ stopwatch⏱️ bell🔔 lock🔒 key🔑 pushpin📌 link🔗 red_circle🔴 green_circle🟢 yellow_circle🟡',
  Things: 'rocket🚀 bug🐛 computer💻 keyboard⌨️ hammer🔨 wrench🔧 gear⚙️ package📦 memo📝 books📚 mag🔍 bulb💡 chart_with_upwards_trend📈 calendar📅 email📧 phone📱 camera📷 microphone🎤 headphones🎧 coffee☕ tea🍵 pizza🍕 cake🍰 beer🍺 dog🐶 cat🐱 fox🦊 penguin🐧 snake🐍 whale🐳 crab🦀 tree🌳 sunny☀️ cloud☁️ rainbow🌈 snowflake❄️ earth🌍',
};
const NAME = /^[a-z0-9_]+?(?=[^a-z0-9_]|$)/;

/** `[{title, emoji: [{name, text}]}]`, as the picker shows them. */
export const emojiGroups = Object.entries(GROUPS).map(([title, entries]) => ({
  title,
  emoji: entries.split(' ').map((entry) => {
    const [name] = NAME.exec(entry);
    return { name, text: entry.slice(name.length) };
  }),
}));
const all = emojiGroups.flatMap((group) => group.emoji);

/** The name being written at the caret after a colon: `{text, start}`, otherwise null. */
export function emojiAt(text, caret) {
  const match = /(?:^|[\s(]):([a-z0-9_]{2,32})$/.exec(text.slice(0, caret));
  return match ? { text: match[1], start: caret - match[1].length - 1 } : null;
}

/** Emoji whose name fits, those that begin with the text first. */
export const fittingEmoji = (text) => all
  .filter(({ name }) => name.includes(text))
  .sort((a, b) => Number(b.name.startsWith(text)) - Number(a.name.startsWith(text)));

/** The emoji with exactly this name. */
export const emojiNamed = (name) => all.find((one) => one.name === name)?.text ?? null;
