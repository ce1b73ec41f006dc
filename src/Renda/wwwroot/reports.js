// Comforts of the report editor: the page works without this file.

const form = document.getElementById("report-text");
const text = document.getElementById("text");
const preview = document.getElementById("preview");
const kept = document.getElementById("kept");
const Pause = 2000;

// Who has not touched the text yet goes on at its end.
text.setSelectionRange(text.value.length, text.value.length);

let timer = 0;
let busy = false;

text.addEventListener("input", () => {
  kept.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(keep, Pause);
});

async function keep() {
  if (busy) {
    timer = setTimeout(keep, Pause);
    return;
  }
  busy = true;
  const sent = text.value;
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form) });
    if (answer.status === 409) {
      kept.textContent = "别人刚保存了一版，您的还没有保存。请按“保存”看两边的差别。";
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    form.elements.revision.value = answer.headers.get("Renda-Revision");
    preview.innerHTML = await answer.text();
    if (text.value === sent) {
      delete form.dataset.dirty;
      kept.textContent = "已自动保存";
    }
  } catch {
    kept.textContent = "没能自动保存，请检查网络后按“保存”。";
  } finally {
    busy = false;
  }
}

const finder = document.querySelector(".figure-finder");
const find = document.getElementById("find-figure");
const found = document.getElementById("figures-found");
let asking = 0;
let chosen = -1;

finder.hidden = false;

find.addEventListener("input", () => {
  clearTimeout(asking);
  asking = setTimeout(look, 200);
});

find.addEventListener("keydown", event => {
  const options = [...found.children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (options.length > 0) choose((chosen + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    (options[chosen] ?? options[0])?.click();
  } else if (event.key === "Escape") {
    close();
  }
});

async function look() {
  const words = find.value.trim();
  if (words === "") return close();
  const answer = await fetch(`${form.dataset.find}&q=${encodeURIComponent(words)}`);
  if (!answer.ok || find.value.trim() !== words) return;
  found.replaceChildren(...(await answer.json()).map(option));
  found.hidden = found.children.length === 0;
  find.setAttribute("aria-expanded", String(!found.hidden));
  choose(found.hidden ? -1 : 0);
}

function option(figure, at) {
  const item = document.createElement("li");
  item.id = `figure-${at}`;
  item.role = "option";
  item.textContent = `${figure.title}：${figure.said} ${figure.unit}`;
  item.addEventListener("click", () => insert(figure.key));
  return item;
}

function choose(at) {
  chosen = at;
  [...found.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  if (at < 0) find.removeAttribute("aria-activedescendant");
  else find.setAttribute("aria-activedescendant", `figure-${at}`);
}

function insert(key) {
  close();
  find.value = "";
  text.focus();
  text.setRangeText(`{${key}}`, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function close() {
  found.hidden = true;
  find.setAttribute("aria-expanded", "false");
  choose(-1);
}
