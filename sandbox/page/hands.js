import { act } from "./api.js";
import { writer } from "./bubble.js";
import { whereTo } from "./deeds.js";
import { alerted, choose, offer, toast } from "./notes.js";
import { say } from "./words.js";

const EMOJI = ["👍", "👌", "🙏", "👏", "❤", "🔥", "🎉", "🤔", "👀", "🤝", "✍", "😢"];

// What a reader can do with the messages of a pane: a log and its bubbles call these.
export function handsOf(pane) {
  return {
    write: () => pane.focus(),
    away: (on) => { pane.latest.hidden = !on; if (on) pane.latest.lastChild.textContent = say("latest"); },
    jump: (number) => pane.log.jump(number),
    earlier: () => pane.earlier(),
    command: (words) => pane.speak(words),
    react: (message, emoji) => act("react", { ...pane.of(message), emoji }),
    copy: (text) => navigator.clipboard.writeText(text).then(() => toast(say("copied"))),
    start: (address) => start(pane, address),
    press: (message, data, button) => press(pane, message, data, button),
    menu(messages, button) { const { left, bottom } = button.getBoundingClientRect(); menu(pane, messages[0].message_id, left, bottom); },
    menuAt: (number, x, y) => menu(pane, number, x, y),
    by(deed, number, node) { const message = pane.messages.get(number); if (message) DEEDS[deed](pane, message, node); },
  };
}

// A link that starts the bot does so here; null for any other.
function start(pane, address) {
  const found = address.match(/^https?:\/\/t\.me\/(\w+)\?start=([\w-]{1,64})$/), bot = pane.desk.state().bot.username;
  if (found?.[1].toLowerCase() !== bot.toLowerCase()) return null;
  return async () => { if (await pane.speak(`/start ${found[2]}`, pane.person)) pane.desk.go(pane.place, pane.person, pane.person); };
}

const isOwn = (pane, message) => writer(message) === pane.person && !message.forward_origin;

const DEEDS = {
  open(pane, message, node) { const { left, bottom } = node.getBoundingClientRect(); menu(pane, message.message_id, left + 24, Math.min(bottom, innerHeight - 80)); },
  reply: (pane, message) => pane.composer.reply(message),
  edit: (pane, message) => { if (isOwn(pane, message)) pane.composer.edit(message); },
  copyText: (pane, message) => pane.hands.copy(message.text ?? message.caption ?? ""),
  pin: (pane, message) => act(message._pinned ? "unpin" : "pin", pane.of(message)),
  async react(pane, message) {
    const emoji = await choose(say("reactWith"), EMOJI.map((one) => [one, one, "quiet"]), null, "emoji");
    if (emoji) await act("react", { ...pane.of(message), emoji });
  },
  async forward(pane, message) {
    const to = await whereTo(pane.info.chats, pane.desk.state().bot);
    if (to && await act("forward", { ...pane.of(message), to })) toast(say("sent"));
  },
};

function menu(pane, number, x, y) {
  const message = pane.messages.get(number);
  if (!message || !pane.here) return;
  const deed = (name) => () => pane.hands.by(name, number), words = message.text ?? message.caption;
  offer([[say("reply"), deed("reply"), "back"], ...(isOwn(pane, message) ? [[say("edit"), deed("edit"), "tick"]] : []), ...(words ? [[say("copy"), deed("copyText"), "file"]] : []),
    [say("react"), deed("react"), "done"], [say("forward"), deed("forward"), "swap"], [say(message._pinned ? "unpin" : "pin"), deed("pin"), "pin"]], { x, y, label: say("more") });
}

async function press(pane, message, data, button) {
  pane.busy(true);
  button.classList.add("waiting");
  button.setAttribute("aria-busy", "true");
  const done = await act("press", { ...pane.of(message), data });
  button.classList.remove("waiting");
  button.removeAttribute("aria-busy");
  pane.busy(false);
  if (!done) return;
  const { answer } = done;
  if (!answer) toast(say("noAnswer"), true);
  else if (answer.url) pane.hands.start(answer.url)?.();
  else if (answer.text && answer.show_alert) alerted(answer.text);
  else if (answer.text) toast(answer.text);
}
