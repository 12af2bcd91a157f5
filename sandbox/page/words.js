// Every sentence of the page, in both languages; {x} is filled in.
const WORDS = {
  zh: {
    otherLanguage: "English", title: "督办 · 本地 Telegram", search: "按职务查找", nobody: "请先选择您的职务。",
    claim: "以创建办主任身份登记", nextEvent: "下一事件", nextDay: "次日", nextMonday: "下周一", moving: "时钟正在走动", empty: "从空白开始",
    emptySure: "从空白开始？现有的人员、任务和消息都将清除，由您自己认领、邀请、交办。",
    back: "返回人员", more: "更多", close: "关闭", cancel: "取消", confirm: "确定", send: "发送", write: "写消息",
    attach: "添加照片或文件", commands: "命令", start: "开始", reply: "回复", edit: "修改", edited: "已修改",
    replyTo: "回复", editing: "修改消息", asPhoto: "作为照片发送", file: "文件", photo: "照片", earlier: "更早的消息",
    latest: "最新消息", description: "这里是与“{bot}”的对话。", private: "机器人", blocked: "您已停用机器人。", unblock: "恢复使用",
    block: "停用机器人", newGroup: "新建群", groupTitle: "群名称", addBot: "把机器人加入本群", removeBot: "把机器人移出本群",
    promoteBot: "设机器人为管理员", upgrade: "升级为超级群", invite: "邀请成员", leave: "退出本群", whom: "邀请谁？",
    members: "{n} 人", noAnswer: "机器人没有回应。", offline: "与程序的连接中断，正在重连。", stumbled: "时钟没有走到，请看程序日志。",
    joined: "{who} 加入了群", left: "{who} 离开了群", created: "{who} 建立了群", upgraded: "本群已升级", pinned: "{who} 置顶了一条消息",
    forward: "转发", whereTo: "转发到哪里？", forwarded: "转发自 {who}", sent: "已转发", react: "表态", reactWith: "用什么表态？",
    pin: "置顶", unpin: "取消置顶", onTop: "置顶消息", files: "{n} 个文件", tooLarge: "文件合计超过 50 MB，请分次发送。", join: "加入其他群", which: "加入哪个群？",
    copied: "已复制", unread: "{n} 条未读", gone: "消息已删除", deepLink: "发送 {text}", empty_chat: "还没有消息。", noMatch: "没有这样的职务。",
  },
  en: {
    otherLanguage: "中文", title: "Duban · local Telegram", search: "Find a post", nobody: "Choose who you are.",
    claim: "Register as the director", nextEvent: "Next event", nextDay: "Next day", nextMonday: "Next Monday", moving: "the clock is moving", empty: "Start from empty",
    emptySure: "Start from empty? People, tasks and messages are cleared; you claim, invite and assign yourself.",
    back: "Back to people", more: "More", close: "Close", cancel: "Cancel", confirm: "Yes", send: "Send", write: "Message",
    attach: "Add a photo or file", commands: "Commands", start: "START", reply: "Reply", edit: "Edit", edited: "edited",
    replyTo: "Reply to", editing: "Edit message", asPhoto: "Send as a photo", file: "File", photo: "Photo", earlier: "Earlier messages",
    latest: "Latest", description: "This is your chat with {bot}.", private: "Bot", blocked: "You have blocked the bot.", unblock: "Unblock",
    block: "Block the bot", newGroup: "New group", groupTitle: "Title of the group", addBot: "Add the bot to this group", removeBot: "Remove the bot from this group",
    promoteBot: "Make the bot an administrator", upgrade: "Upgrade to a supergroup", invite: "Invite somebody", leave: "Leave this group", whom: "Whom?",
    members: "{n} members", noAnswer: "The bot did not answer.", offline: "The connection broke; trying again.", stumbled: "The clock did not arrive; see the program's log.",
    joined: "{who} joined", left: "{who} left", created: "{who} created the group", upgraded: "The group was upgraded", pinned: "{who} pinned a message",
    forward: "Forward", whereTo: "Forward to?", forwarded: "Forwarded from {who}", sent: "Forwarded", react: "React", reactWith: "React with?",
    pin: "Pin", unpin: "Unpin", onTop: "Pinned message", files: "{n} files", tooLarge: "More than 50 MB together; send them one by one.", join: "Join another group", which: "Which group?",
    copied: "Copied", unread: "{n} unread", gone: "deleted message", deepLink: "send {text}", empty_chat: "No messages yet.", noMatch: "No such post.",
  },
};
const ROLES = {
  zh: { contact: "联络员", deputy: "副联络员", head: "部门负责人", office: "创建办", director: "创建办", leader: "院领导", group: "派驻组", outsider: "院外人员", stranger: "院外人员" },
  en: { contact: "Contacts", deputy: "Deputies", head: "Department heads", office: "Office", director: "Office", leader: "Leaders", group: "Resident group", outsider: "Outsiders", stranger: "Outsiders" },
};
// What the server says no to; it speaks English.
const REFUSALS = {
  "the clock is moving already": "时钟正在走动，请稍候。",
  "nothing lies ahead": "往后没有已知的事件。",
  "one has to be in a chat to act there": "您不在这个群里。",
  "one has to be in a chat to read it": "您不在这个群里。",
  "the bot is blocked": "您已停用机器人。",
  "this group was upgraded; write in the new one": "本群已升级，请到新群发言。",
  "the message to reply to is gone": "要回复的消息已删除。",
  "there is no such button on that message": "这个按钮已更换。",
  "a message has 1 to 4096 characters": "一条消息为 1 至 4096 字。",
  "a caption has at most 1024 characters": "图片和文件的说明不超过 1024 字。",
  "IMAGE_PROCESS_FAILED": "这个文件不能作为照片发送，请作为文件发送。",
  "PHOTO_INVALID_DIMENSIONS": "这张照片的长宽不合要求，请作为文件发送。",
  "file must be non-empty": "文件是空的。",
  "that is so already": "已经如此。",
  "an album has 2 to 10 files": "一次最多发 10 个文件。",
  "there is nothing to forward": "这条消息不能转发。",
  "the message to pin is gone": "要置顶的消息已删除。",
  "the message is gone": "消息已删除。",
  "whoever was put out is let in by others": "您已被移出本群，须由群成员邀请。",
  "in a channel its administrators alone write": "频道由管理员发布。",
};
const WEEKDAYS = {
  zh: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

let language = localStorage.getItem("language") === "en" ? "en" : "zh";

export const say = (name, filled = {}) =>
  WORDS[language][name].replace(/\{(\w+)\}/g, (whole, key) => filled[key] ?? whole);
export const role = (name) => ROLES[language][name] ?? name;
export const refusal = (text) => (language === "zh" && REFUSALS[text]) || text;

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
}

export function fillIn() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = say(one.dataset.word);
  for (const one of document.querySelectorAll("[data-title]")) {
    one.title = say(one.dataset.title);
    one.setAttribute("aria-label", one.title);
  }
}

// The court's time, wherever the browser is: the server says by how much it differs from UTC.
let shift = 8 * 3600;
export function keepZone(iso) {
  const [, sign, hours, minutes] = iso.match(/([+-])(\d\d):(\d\d)$/) ?? [, "+", "08", "00"];
  shift = (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
const local = (seconds) => new Date((seconds + shift) * 1000);
export const seconds = (iso) => Date.parse(iso) / 1000;
export const day = (at) => local(at).toISOString().slice(0, 10);
export const clock = (at) => local(at).toISOString().slice(11, 16);
export function date(at, { year = true, weekday = true } = {}) {
  const moment = local(at), month = moment.getUTCMonth(), dayOfMonth = moment.getUTCDate();
  const name = weekday ? WEEKDAYS[language][moment.getUTCDay()] : "";
  if (language === "zh") return `${year ? `${moment.getUTCFullYear()}年` : ""}${month + 1}月${dayOfMonth}日${name && ` ${name}`}`;
  return `${name && `${name}, `}${dayOfMonth} ${MONTHS[month]}${year ? ` ${moment.getUTCFullYear()}` : ""}`;
}
