// Every sentence of the page in English; {x} is filled in. zh.js says the same things.
export const WORDS = {
  language: "中文", title: "Duban · local Telegram", search: "Find a post", moving: "the clock is moving", stop: "Stop here",
  claim: "Register as the director", nextEvent: "Next event", nextMorning: "Next workday", nextMonday: "Next Monday", clock: "Clock",
  toDay: "To a day", go: "Go", empty: "Start from empty", emptyWhat: "People, tasks and messages are cleared; you claim, invite and assign yourself.",
  emptySure: "Start from empty? All people, tasks and messages are cleared.", agenda: "Agenda", ahead: "What comes next", nothingAhead: "Nothing known lies ahead.",
  chats: "Chats", open: "Open chats", list: "List of chats", change: "Another post or group", menu: "Menu", tools: "Tools", current: "current",
  back: "Back to the list of chats", more: "More", close: "Close", cancel: "Cancel", confirm: "Yes", send: "Send", write: "Message", messages: "Messages: {who}",
  attach: "Add photos or files", commands: "Commands", start: "START", reply: "Reply", edit: "Edit", edited: "edited", copy: "Copy text", download: "Download {name}",
  replyTo: "Reply to", editing: "Edit message", asPhoto: "Send as a photo", file: "File", photo: "Photo", enlarge: "Open the photo", earlier: "Earlier messages",
  latest: "Latest", unreadHere: "Unread messages", description: "This is your chat with {bot}.", private: "Chat with {bot}", privateTab: "Private", blocked: "You have blocked the bot.", unblock: "Unblock",
  working: "working…", isPlayed: "played by the program", holdThis: "Hold this post myself", as: "you are {who}",
  block: "Block the bot", newGroup: "New group", groupTitle: "Title of the group", addBot: "Add the bot to this group", removeBot: "Remove the bot from this group",
  promoteBot: "Make the bot an administrator", upgrade: "Upgrade to a supergroup", invite: "Invite somebody", leave: "Leave this group", whom: "Whom?",
  members: "{n} members", noAnswer: "The bot did not answer.", offline: "The connection broke; trying again.", stumbled: "The clock did not arrive; see the program's log.",
  joined: "{who} joined", left: "{who} left", created: "{who} created the group", upgraded: "The group was upgraded", pinned: "{who} pinned a message",
  forward: "Forward", whereTo: "Forward to?", forwarded: "Forwarded from {who}", sent: "Forwarded", react: "React", reactWith: "React with?",
  pin: "Pin", unpin: "Unpin", onTop: "Pinned message", files: "{n} files", tooLarge: "More than 50 MB together; send them one by one.", join: "Join another group", which: "Which group?",
  copied: "Copied", unread: "{n} unread", empty_chat: "No messages yet.", noMatch: "No such post.", tickSent: "sent", tickRead: "received by the bot", dropHere: "Drop to add the files",
  previous: "Previous", next: "Next", says: "{who}, {time}: {text}",
  others: "Others", othersWhat: "You hold one post, the program plays all the others: they read their messages, press buttons and report through the bot, as people do.",
  manner: "How the others answer", off: "not played", onTime: "all on time", late: "all late", never: "never", held: "I hold", nobody: "no post", done: "Now: {how}",
  faults: "Faults", faultsWhat: "Let the bot's next messages meet a misfortune, and watch how it copes.", fault429: "429 too many", fault500: "500 error", faultLost: "connection lost",
  faultLostAfter: "lost after delivery", faultTimeout: "time-out after delivery", times: "How often", faultsClear: "No more faults", toCome: "To come: {what}", noneToCome: "No fault is waiting.",
  tryIt: "Then send a command, or press Next event.", queue: "Inside the bot", waitingN: "waiting {n}", sendingN: "on the way {n}", unknownN: "uncertain {n}", deadN: "given up {n}", deliveries: "Latest messages sent",
  arrived: "arrived", arrivedAfter: "arrived with try {n}", again: "waits to be sent again", unsure: "perhaps arrived: not repeated, so that nothing comes twice", twice: "arrived twice", markedTwice: "came again, marked as a possible repeat", tally: "{troubled} met a fault, {twice} arrived twice", tryN: "try {n}",
  tourName: "Tour", tourBegin: "Begin the tour", tourWhat: "Six steps: take a post, assign, sign, report, see where things stand, read the digest. The tour has an empty office of its own: what is here now stays as it is, and you may leave at any time.",
  tourStep: "Step {n} of {all}", tourThere: "Go to this chat", tourNext: "Next step", tourLeave: "Leave the tour", tourDone: "This step is done.", tourNotYet: "Once it is done, the next step opens.", tourEnd: "All six steps are done. Go on here, or leave the tour and find everything as it was.",
  help: "Shortcuts", theme: "Theme", themeAuto: "Theme: as the system", themeLight: "Theme: light", themeDark: "Theme: dark",
  keyChats: "First, second, third chat", keyList: "List of chats", keyWrite: "Write a message", keyMove: "Move between messages; Home and End to the first and last", keyMenu: "Menu of a message", keyInto: "To the buttons of a message",
  keyReply: "Reply, edit, forward (on a message)", keyEsc: "Cancel, close, back to writing", keySend: "Send; Shift and Enter begins a line", keyLast: "Edit your last message (when nothing is written)",
  keyNext: "Clock: next event", keyHelp: "This list", keyPanel: "Agenda, others, faults, tour",
};
export const ROLES = {
  contact: "Contacts", deputy: "Deputies", head: "Department heads", office: "Office", director: "Office", leader: "Leaders", group: "Resident group", outsider: "Outsiders", stranger: "Outsiders",
};
export const REFUSALS = {};
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
