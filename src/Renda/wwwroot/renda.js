// Comforts only: every page works without this file.

const busy = "aria-busy";

document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.method !== "post") return;
  if (form.hasAttribute(busy)) {
    event.preventDefault();
    return;
  }
  form.setAttribute(busy, "true");
  delete form.dataset.dirty;
  // The button keeps its name and value in the request, so it is marked, not disabled.
  event.submitter?.setAttribute(busy, "true");
});

// A page taken from the back-forward cache comes back as it was left: let it be sent again.
addEventListener("pageshow", () => {
  for (const held of document.querySelectorAll(`[${busy}]`)) held.removeAttribute(busy);
});

document.addEventListener("input", event => {
  const form = event.target.form;
  if (form?.method === "post") form.dataset.dirty = "true";
});

addEventListener("beforeunload", event => {
  if (document.querySelector("form[data-dirty]")) event.preventDefault();
});

// An open menu closes when attention goes elsewhere.
document.addEventListener("click", event => {
  const menu = document.querySelector("details.user[open]");
  if (menu && !menu.contains(event.target)) menu.open = false;
});

// A key held down acts once.
document.addEventListener("keydown", event => {
  if (event.key === "Enter" && event.repeat && event.target.form?.method === "post" && event.target.localName !== "textarea") event.preventDefault();
});

// From anywhere in a form, long texts included.
document.addEventListener("keydown", event => {
  const form = event.target.form;
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing || form?.method !== "post") return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button:not([type=button])"));
});

const typing = target => target.closest("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") document.querySelector("details.user[open]")?.removeAttribute("open");
  if (typing(event.target)) return;
  if (event.key === "/") {
    const search = document.getElementById("site-search");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "j" || event.key === "k") {
    move(event.key === "j" ? 1 : -1);
  }
});

// Focus goes to the row's own link, so Enter opens it as on any page.
function move(by) {
  const links = [...document.querySelectorAll(".register tbody tr, .hits > li")]
    .map(row => row.querySelector(".title a, a"))
    .filter(Boolean);
  if (links.length === 0) return;
  const row = document.activeElement.closest?.(".register tbody tr, .hits > li");
  const at = links.findIndex(link => row?.contains(link));
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next].focus();
}

// Similar ones are looked for by themselves once typing pauses; the button looks at once.
const similar = document.querySelector("[data-similar]");
if (similar) {
  const form = similar.querySelector("button").form;
  const pause = 1500;
  let waiting, asking, asked;
  const look = async () => {
    const given = new FormData(form);
    const text = new URLSearchParams(["title", "body", "__RequestVerificationToken"].map(name => [name, given.get(name) ?? ""]));
    text.set("except", similar.dataset.except ?? "");
    if (`${text}` === asked) return;
    asking?.abort();
    asking = new AbortController();
    const answer = await fetch(similar.dataset.similar, { method: "POST", body: text, signal: asking.signal }).catch(() => null);
    if (!answer?.ok || answer.redirected) return; // Whoever was signed out meanwhile is asked to sign in when sending.
    asked = `${text}`;
    similar.querySelector("[data-found]").innerHTML = await answer.text();
  };
  form.addEventListener("input", event => {
    if (event.target.name !== "title" && event.target.name !== "body") return;
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
  similar.querySelector("button").addEventListener("click", event => {
    event.preventDefault();
    look();
  });
}

// A refused act is read first.
document.getElementById("refusals-title")?.focus();

// The drawing opens where the matter stands.
for (const box of document.querySelectorAll(".diagram")) {
  const current = box.querySelector(".stage-current rect");
  if (current) box.scrollLeft = current.x.baseVal.value - box.clientWidth / 2 + 46;
}

// An opinion goes into the draft where the cursor stands.
document.addEventListener("click", event => {
  const button = event.target.closest("[data-quote]");
  const into = button && document.getElementById(button.dataset.into);
  if (!into) return;
  const said = [...document.getElementById(button.dataset.quote).querySelectorAll("p")].map(p => p.textContent.trim()).join("\n");
  const at = into.selectionEnd ?? into.value.length;
  into.setRangeText(`${at > 0 && into.value[at - 1] !== "\n" ? "\n" : ""}${button.dataset.who}提出：${said}\n`, at, at, "end");
  into.dispatchEvent(new Event("input", { bubbles: true }));
  into.focus();
});

// One tick for all of a list.
document.addEventListener("change", event => {
  const all = event.target.closest("[data-all]");
  if (!all) return;
  for (const one of document.querySelectorAll(`input[name="${all.dataset.all}"]`)) one.checked = all.checked;
});

// In a column of ticks the arrow keys go from one to the next, and how many are ticked is said.
document.addEventListener("keydown", event => {
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!by || event.target.type !== "checkbox" || event.target.name !== "pick") return;
  const ticks = [...document.querySelectorAll('input[name="pick"]')];
  ticks[ticks.indexOf(event.target) + by]?.focus();
  event.preventDefault();
});

const picked = document.querySelector("[data-picked]");
const count = () => {
  const many = document.querySelectorAll(`input[name="${picked.dataset.picked}"]:checked`).length;
  picked.textContent = many ? `已选中 ${many}` : "";
};
if (picked) {
  document.addEventListener("change", count);
  addEventListener("pageshow", count);
}
