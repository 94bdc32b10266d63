// Saves every answer as it is given. All of it is convenience: without this file each page saves itself when it is left.
(() => {
  const form = document.querySelector("form[data-answer]");
  const state = document.querySelector("[data-state]");
  let leaving = false;
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("submit", event => {
    if (leaving || (form && !navigator.onLine)) {
      event.preventDefault();
      if (!leaving) say("offline");
      return;
    }
    leaving = true;
    if (form) remember();
    setTimeout(() => { leaving = false; }, 8000);
  });
  if (!form) return;

  // Answers not yet acknowledged, oldest first; they outlive a reload of this tab.
  const store = form.dataset.answer;
  const known = {};
  let queue = [], busy = false, dead = false, pause = 0, timer = 0;

  const say = (what, words) => {
    const text = words || state.dataset[what] || "";
    state.textContent = text.replace("{0}", sessionStorage.getItem("at") || "");
  };
  const keep = () => sessionStorage.setItem(store, JSON.stringify(queue));
  const now = () => sessionStorage.setItem("at", new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23" }));
  const named = name => [...form.elements].filter(e => e.name === name && e.type !== "hidden" && e.type !== "submit");
  const isBox = input => input.type === "checkbox";

  function add(field, value, ticked) {
    const key = ticked === undefined ? field : field + "=" + value;
    queue = queue.filter(q => q.key !== key);
    queue.push({ key, field, value, ticked });
    keep();
    send();
  }

  // One request at a time, in order: no older answer can overtake a newer one.
  async function send() {
    clearTimeout(timer);
    if (busy || dead || !queue.length) return;
    busy = true;
    const item = queue[0];
    say("saving");
    let reply;
    try {
      const body = new URLSearchParams({ field: item.field, value: item.value, rev: known[item.field] ?? form.elements.rev.value,
        __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
      if (item.ticked !== undefined) body.set("ticked", item.ticked ? "1" : "0");
      reply = await fetch(store, { method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(15000) });
      if (reply.status >= 500 || reply.status === 429) throw reply;
    } catch {
      busy = false;
      say("offline");
      pause = Math.min((pause || 500) * 2, 30000);
      timer = setTimeout(send, pause);
      return;
    }
    busy = false;
    pause = 0;
    const said = await reply.json().catch(() => ({}));
    if (said.rev !== undefined && said.rev !== null) learn(item.field, said.rev);
    // Somebody answered elsewhere meanwhile. What is said here and now counts; what lay here since before a reload does not.
    if (reply.status === 409 && !item.old) return send();
    if (reply.ok || reply.status === 409 || reply.status === 422) {
      queue = queue.filter(q => q !== item);
      keep();
      if (reply.ok) now();
      if (queue.length) return send();
      return reply.ok ? say("saved") : say("page", said.message);
    }
    dead = true;
    say("page");
  }

  function learn(field, rev) {
    known[field] = rev;
    const name = "rev." + field;
    const input = form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    input.value = rev;
  }

  // Which questions depend on which answers.
  const answer = question => {
    const fieldset = [...form.querySelectorAll("[data-q]")].find(q => q.dataset.q === question);
    if (!fieldset || fieldset.hidden) return null;
    return [...fieldset.querySelectorAll("input:checked, textarea, select, input[type=text]")].map(e => e.value.trim()).filter(v => v).join(",") || null;
  };
  const holds = ([question, operator, value]) => {
    const given = answer(question), number = given === null || given === "-8" ? NaN : parseFloat(given.replace(",", "."));
    return { Answered: given !== null, Is: given === value, IsNot: given !== value, Includes: !!given && given.split(",").includes(value),
      AtLeast: number >= +value, AtMost: number <= +value }[operator];
  };
  function unfold() {
    for (const q of form.querySelectorAll("[data-if]")) {
      const [mode, ...rules] = q.dataset.if.split("|");
      const shown = rules.map(r => r.split("~"))[mode === "all" ? "every" : "some"](holds);
      q.hidden = !shown;
      q.disabled = !shown;
    }
  }

  function count(area) {
    const left = area.dataset.max - [...area.value.trim()].length;
    let note = area.nextElementSibling;
    if (!note) area.after(note = Object.assign(document.createElement("p"), { className: "small muted" }));
    note.textContent = left < area.dataset.max / 5 ? (left < 0 ? area.dataset.over : area.dataset.left).replace("{0}", Math.abs(left)) : "";
  }

  const clearer = name => form.querySelector(`button[name=clear][value="${name}"]`);
  let typing = {};
  function typed(input) {
    clearTimeout(typing[input.name]);
    delete typing[input.name];
    if (input.value !== input.said) add(input.name, input.said = input.value);
  }
  function remember() {
    for (const name of Object.keys(typing)) named(name).forEach(typed);
    now();
  }

  form.addEventListener("change", ({ target }) => {
    if (target.type === "radio") {
      if (clearer(target.name)) clearer(target.name).hidden = false;
      add(target.name, target.value);
    } else if (isBox(target)) {
      for (const other of named(target.name))
        if (target.checked && other !== target && ("alone" in target.dataset || "alone" in other.dataset)) other.checked = false;
      add(target.name, target.value, target.checked);
    } else typed(target);
    unfold();
  });
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.max) count(target);
    if (target.type !== "text" && target.type !== "textarea") return;
    clearTimeout(typing[target.name]);
    typing[target.name] = setTimeout(typed, 1000, target);
  });
  form.addEventListener("click", event => {
    const button = event.target.closest("button[name=clear]");
    if (!button) return;
    event.preventDefault();
    named(button.value).forEach(radio => { radio.checked = false; });
    named(button.value)[0].focus();
    button.hidden = true;
    add(button.value, "");
    unfold();
  });
  addEventListener("online", () => { pause = 0; send(); });
  addEventListener("pagehide", () => { if (!leaving) remember(); });

  for (const input of form.querySelectorAll("textarea, input[type=text]")) input.said = input.value;
  form.querySelectorAll("textarea[data-max]").forEach(count);
  queue = JSON.parse(sessionStorage.getItem(store) || "[]").map(q => ({ ...q, old: true }));
  for (const q of queue)
    for (const input of named(q.field)) {
      if (isBox(input)) { if (input.value === q.value) input.checked = q.ticked; }
      else if (input.type === "radio") input.checked = input.value === q.value;
      else input.said = input.value = q.value;
    }
  if (state.textContent && sessionStorage.getItem("at")) say("saved");
  unfold();
  send();
})();
