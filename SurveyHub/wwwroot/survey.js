// Saves every answer as it is given; without it a page is saved when left.
(() => {
  const form = document.querySelector("form[data-answer]");
  const memory = sessionStorage;
  let leaving = false;
  addEventListener("pageshow", () => leaving = false);
  addEventListener("submit", event => {
    const cut = form && !navigator.onLine;
    if (leaving || cut) event.preventDefault();
    if (form) remember();
    if (cut) return say("offline");
    leaving = true;
    setTimeout(() => leaving = false, 8000);
  });
  if (!form) return;

  const state = document.querySelector("[data-state]");
  const { rev, __RequestVerificationToken: token } = form.elements;
  const place = form.dataset.answer;
  const typing = {};
  // Answers not yet acknowledged, the oldest first; they outlive a reload.
  let queue = JSON.parse(memory.getItem(place) || "[]").map(q => ({ ...q, old: true }));
  let busy, dead, pause, timer;

  const say = (what, words) => state.textContent = (words || state.dataset[what]).replace("{0}", memory.getItem("at") || "");
  const stamp = () => memory.setItem("at", new Date().toTimeString().slice(0, 5));
  const inputs = name => form.querySelectorAll(`[name="${name}"]`);

  function keep(items) {
    queue = items;
    memory.setItem(place, JSON.stringify(queue));
  }
  function add(field, value, ticked) {
    const key = field + (ticked === undefined ? "" : "=" + value);
    keep([...queue.filter(q => q.key !== key), { key, field, value, ticked, rev: rev.value }]);
    send();
  }

  // One request at a time: no older answer overtakes a newer one.
  async function send() {
    clearTimeout(timer);
    const item = queue[0];
    if (busy || dead || leaving || !item) return;
    busy = true;
    say("saving");
    let reply;
    try {
      reply = await fetch(place, {
        method: "POST",
        signal: AbortSignal.timeout(15000),
        body: new URLSearchParams({ field: item.field, value: item.value, ticked: item.ticked ? 1 : 0,
          rev: form.elements["rev." + item.field]?.value ?? item.rev, [token.name]: token.value }),
      });
      if (reply.status >= 500 || reply.status === 429) throw reply;
      pause = 0;
    } catch {
      say("offline");
      pause = Math.min((pause || 500) * 2, 30000);
      timer = setTimeout(send, pause);
    }
    busy = false;
    if (pause) return;
    const said = await reply.json().catch(() => ({}));
    const conflict = reply.status === 409;
    if (!reply.ok && !conflict && reply.status !== 422) {
      dead = true;
      return say("page");
    }
    // On a conflict what is said now counts, what waited since before a reload does not.
    if (!item.old && said.rev) learn("rev." + item.field, said.rev);
    if (item.old || !conflict) keep(queue.filter(q => q !== item));
    if (reply.ok) stamp();
    if (queue[0]) send();
    else if (item.old && said.rev > rev.value) location.reload();
    else if (!reply.ok) say("page", said.message);
    else if (!Object.keys(typing)[0]) say("saved");
  }

  // Else the form looks outdated.
  function learn(name, version) {
    const input = form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    input.value = version;
  }

  function holds(rule) {
    const [field, operator, value] = rule.split("~");
    const all = new FormData(form).getAll(field).filter(v => v), said = all.join();
    const number = said === "-8" ? NaN : parseFloat(said.replace(",", "."));
    return { Answered: said, Is: said === value, IsNot: said !== value, Includes: all.includes(value), AtLeast: number >= value, AtMost: number <= value }[operator];
  }
  function unfold() {
    for (const q of form.querySelectorAll("[data-if]")) {
      const [mode, ...rules] = q.dataset.if.split("|");
      q.hidden = q.disabled = !rules[mode](holds);
    }
  }

  function count(area) {
    const { max, over, left } = area.dataset, room = max - [...area.value.trim()].length;
    if (!area.nextElementSibling) area.after(Object.assign(document.createElement("p"), { className: "small muted" }));
    area.nextElementSibling.textContent = room > max / 5 ? "" : (room < 0 ? over : left).replace("{0}", Math.abs(room));
  }
  function typed(input) {
    clearTimeout(typing[input.name]);
    delete typing[input.name];
    if (input.value !== input.said) add(input.name, input.said = input.value);
    else if (!queue[0]) say("saved");
  }
  function remember() {
    for (const name in typing) inputs(name).forEach(typed);
    stamp();
  }

  form.addEventListener("change", ({ target }) => {
    const { name, value, checked, type } = target;
    if (type === "checkbox") {
      for (const other of inputs(name))
        if (checked && other !== target && ("alone" in target.dataset || "alone" in other.dataset)) other.checked = false;
      add(name, value, checked);
    } else if (type === "radio") {
      form.querySelector(`[name=clear][value="${name}"]`)?.removeAttribute("hidden");
      add(name, value);
    } else typed(target);
    unfold();
  });
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.max) count(target);
    if (!/^text/.test(target.type)) return;
    say("saving");
    clearTimeout(typing[target.name]);
    typing[target.name] = setTimeout(typed, 1000, target);
  });
  form.addEventListener("click", event => {
    const { name, value } = event.target;
    if (name !== "clear") return;
    event.preventDefault();
    inputs(value).forEach(radio => radio.checked = false);
    inputs(value)[0].focus();
    event.target.hidden = true;
    add(value, "");
    unfold();
  });
  addEventListener("online", send);
  addEventListener("pagehide", () => leaving || remember());

  form.querySelectorAll("[data-max]").forEach(count);
  if (state.textContent && memory.getItem("at")) say("saved");
  // Answers given before this file came.
  for (const e of form.querySelectorAll("input, textarea")) {
    e.said = e.defaultValue;
    if (/^text/.test(e.type) ? e.value !== e.said : e.checked && !e.defaultChecked) e.dispatchEvent(new Event("change", { bubbles: true }));
  }
  unfold();
  send();
})();
