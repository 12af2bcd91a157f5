import { act } from "./api.js";
import { asked, choose } from "./notes.js";
import { say } from "./words.js";

const inside = (chat) => ["member", "administrator"].includes(chat.bot);
export const membersOf = (chat) => say("members", { n: chat.members + (inside(chat) ? 1 : 0) });
export const titleOf = (chat, bot) => (chat.id > 0 ? bot.first_name : chat.title);

// Into which of his chats; null where he thinks better of it.
export const whereTo = (chats, bot) => choose(say("whereTo"), chats.map((one) => [titleOf(one, bot), one.id, "quiet"]));

// What a person can do to the chat he is in, as entries of a menu; `pick` goes to the chat that comes of it.
export function deeds(state, person, chat, elsewhere, pick) {
  const offers = chat.id > 0
    ? [person.blocked ? ["unblock", "unblock"] : ["block", "block"]]
    : [inside(chat) ? ["removeBot", "remove-bot"] : ["addBot", "add-bot"], ...(chat.bot === "member" ? [["promoteBot", "promote-bot"]] : []),
       ["invite", "invite"], ...(chat.type === "group" ? [["upgrade", "upgrade"]] : []), ["leave", "leave"]];
  const join = elsewhere.length ? [["join", "join"]] : [];
  return [...offers, ["newGroup", "new-group"], ...join].map(([word, deed]) => [say(word), async () => {
    const more = await details(deed, state, elsewhere);
    if (!more) return;
    const done = await act("act", { act: deed, person: person.id, chat: chat.id, ...more });
    if (done) pick(deed === "leave" ? person.id : done.chat || person.id);
  }]);
}

async function details(deed, state, elsewhere) {
  if (deed === "new-group") {
    const name = await asked(say("groupTitle"));
    return name ? { title: name } : null;
  }
  if (deed === "join") {
    const group = await choose(say("which"), elsewhere.map((one) => [one.title, one.id, "quiet"]));
    return group ? { chat: group } : null;
  }
  if (deed !== "invite") return {};
  const whom = await choose(say("whom"), state.people.map((one) => [one.name, one.id, "quiet"]));
  return whom ? { whom } : null;
}
