// What fingers and a mouse do on a message: swipe to answer, hold or press the other button for its menu.
const FAR = 56;
const HELD = 450;

export function wireGestures(box, { reply, menu }) {
  let began = null, timer = 0;
  const article = (event) => event.target.closest("article[data-message]");
  const end = () => {
    clearTimeout(timer);
    if (began) began.node.style.transform = "";
    began = null;
  };
  box.addEventListener("contextmenu", (event) => {
    const node = article(event);
    if (!node || event.target.closest("a[href]")) return;
    event.preventDefault();
    menu(Number(node.dataset.message), node, event.clientX, event.clientY);
  });
  box.addEventListener("pointerdown", (event) => {
    const node = article(event);
    if (!node || event.pointerType === "mouse") return;
    began = { node, x: event.clientX, y: event.clientY, by: 0 };
    timer = setTimeout(() => { if (began?.by === 0) { menu(Number(node.dataset.message), node, began.x, began.y); end(); } }, HELD);
  });
  box.addEventListener("pointermove", (event) => {
    if (!began) return;
    const by = event.clientX - began.x, down = event.clientY - began.y;
    if (Math.abs(down) > 24 && Math.abs(down) > Math.abs(by)) return end();
    if (Math.abs(by) < 8 && Math.abs(down) < 8) return;
    clearTimeout(timer);
    began.by = Math.max(-FAR * 1.4, Math.min(0, by));
    began.node.style.transform = `translateX(${began.by}px)`;
  });
  box.addEventListener("pointerup", () => {
    const done = began;
    end();
    if (done && done.by <= -FAR) reply(Number(done.node.dataset.message));
  });
  box.addEventListener("pointercancel", end);
}
