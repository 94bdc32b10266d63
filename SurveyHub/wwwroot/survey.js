// Saves answers as they are given: docs/answering.md.
const form = document.forms[0], state = document.querySelector("output");
const words = state.dataset, place = words.answer;
const find = css => document.body.querySelectorAll(css), inputs = name => find(`[name="${name}"]`);
const own = name => inputs("-" + name)[0], token = find("[name^=__]")[0];
// By field: its timer; what is wrong.
const typing = {}, wrong = {}, store = sessionStorage;
let queue = JSON.parse(store[place] || "[]"), kept = "kept" in words, leaving, busy, dead, pause, timer;

const say = what => state.textContent = (words[what = dead || what] || what).replace("{0}", store.at || "");
const stamp = () => store.at = new Date().toTimeString().slice(0, 5);
const isFree = q => !wrong[q.field];

const keep = (test, ...more) => store[place] = JSON.stringify(queue = [...queue.filter(test), ...more]);
function add(field, value, ticked) {
  const key = ticked == null ? field : `${field}=${value}`;
  // Beside another answer one chooses first.
  if (!find(`[id="q-${field}"] .other`)[0]) wrong[field] = 0;
  keep(q => q.key !== key, { key, field, value, ticked, rev: own("rev").value, me: own("me").value });
  send();
}
function rest() {
  const text = Object.values(wrong).find(w => w) || kept && !queue[0] && !Object.keys(typing)[0] && "saved";
  if (text) say(text);
}

const body = (item, last) =>
  new URLSearchParams({ ...item, last, rev: own("rev." + item.field)?.value ?? item.rev, [token.name]: token.value });

async function send() {
  unfold();
  clearTimeout(timer);
  const item = queue.find(isFree);
  if (busy || dead || leaving || !item) return rest();
  const { field } = item, name = "rev." + field, all = body(item, 0);
  let reply, said;
  busy = 1;
  say("saving");
  try {
    reply = await fetch(place, { method: "POST", body: all, keepalive: !`${all}`[65e3], signal: AbortSignal.timeout(15e3) });
    if (/^5|429/.test(reply.status)) throw 0;
    said = /200|4(09|10|22)/.test(reply.status) ? await reply.json() : { gone: "page" };
    dead = said.gone;
    pause = 0;
  } catch {
    say(navigator.onLine ? "again" : "offline");
    pause = Math.min(pause * 2 || 1e3, 3e4);
    timer = setTimeout(send, pause);
  }
  busy = 0;
  if (pause) return;
  if (dead) return say();
  if (said.rev) {
    if (!own(name)) form.insertAdjacentHTML("afterbegin", `<input hidden name="-${name}">`);
    own(name).value = said.rev;
  }
  if (queue.includes(item)) {
    wrong[field] = said.message;
    find(`[id="q-${field}"] > *`)[0]?.insertAdjacentHTML("afterend", said.other || "");
  }
  if (reply.ok || !said.message && !said.rev) keep(q => q !== item);
  if (reply.ok) kept = stamp();
  if (said.fine) find(`[data-of="${field}"], [name="${field}"]`).forEach(e => e.ariaInvalid = false);
  send();
}
function show({ field, value, ticked }) {
  for (const i of inputs(field)) {
    const own = i.value === value;
    if (!/^[rc]/.test(i.type)) {
      i.value = i.said = value;
      count(i);
    } else if (own || ticked == null) i.checked = ticked ?? own;
  }
}

function holds(rule) {
  const [field, operator, value] = rule.split("~");
  const all = new FormData(form).getAll(field).filter(v => v), said = all.join();
  const number = /^(-8)?$/.test(said) ? NaN : +(said.replace(/\p{Cf}/gu, "").replace("−", "-").replace(/[,٫]/, ".")
    .replace(/\p{Nd}/gu, d => [..."0123456789"].find(n => !n.localeCompare(d, "en", { sensitivity: "base" }))));
  return [said === value, said !== value, all.includes(value), number >= value, number <= value, said][operator];
}
function unfold() {
  for (const q of find("[data-if]")) {
    const [mode, ...rules] = q.dataset.if.split("|");
    q.hidden = q.disabled = !rules[mode](holds);
  }
}

function count({ dataset: { max, over, left }, value, nextElementSibling: room }) {
  const free = max - [...value.trim()].length;
  if (max) room.textContent = free > max / 5 ? "" : (free < 0 ? over : left).replace("{0}", Math.abs(free));
}
function typed(input) {
  const { name, value } = input;
  clearTimeout(typing[name]);
  delete typing[name];
  if (value !== input.said) add(name, input.said = value);
  else rest();
}
function remember() {
  for (const name in typing) inputs(name).forEach(typed);
}
function leave(last) {
  remember();
  if (!leaving && !dead) queue.filter(isFree).forEach(q => navigator.sendBeacon(place, body(q, last)));
}

function changed({ target }) {
  const { name, value, checked, type, dataset } = target;
  if (type === "radio") add(name, value);
  else if (type === "checkbox") {
    for (const other of inputs(name))
      if (checked && other !== target && (dataset.alone ?? other.dataset.alone) != null) other.checked = 0;
    add(name, value, +checked);
  } else typed(target);
}
onchange = changed;
oninput = ({ target }) => {
  count(target);
  if (!/^text/.test(target.type)) return;
  say("saving");
  clearTimeout(typing[target.name]);
  typing[target.name] = setTimeout(typed, 1e3, target);
};
onclick = ({ target: { name, value } }) => {
  if (name !== "-clear") return;
  show({ field: value, value: "" });
  inputs(value)[0].focus();
  add(value, "");
  return false;
};
onsubmit = event => {
  const cut = !navigator.onLine;
  if (leaving || cut) event.preventDefault();
  remember();
  stamp();
  if (cut) return say("offline");
  if (event.submitter.name === "-take") keep(q => q.field !== event.submitter.value);
  leaving = 1;
  setTimeout(onpageshow, 8e3);
};
onpageshow = () => leaving = 0;
onpagehide = event => leave(+!event.persisted);
document.onvisibilitychange = () => document.hidden && leave(0);
ononline = send;

// For the way back: no POST.
history.replaceState(0, "");
find(".problem").forEach(p => wrong[p.dataset.of] = p.textContent);
// Given before this file came.
for (const e of find("input, textarea")) {
  e.said = e.defaultValue;
  count(e);
  if (/^text/.test(e.type) ? e.value !== e.said : e.checked && !e.defaultChecked) changed({ target: e });
}
queue.forEach(show);
send();
