// Comforts of the drafting page: it works without this file.

const Pause = 600;
const Look = 15000;
const edit = document.querySelector(".block-edit");
const draft = document.querySelector("[data-since]");
const since = document.getElementById("since");

if (edit) {
  const words = edit.elements.words;
  let timer = 0;
  let asked = 0;
  words.setSelectionRange(words.value.length, words.value.length);
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, Pause);
  });
  words.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) edit.requestSubmit();
  });

  async function check() {
    const mine = ++asked;
    const answer = await fetch(edit.dataset.check, { method: "POST", body: new FormData(edit) }).catch(() => null);
    // An answer to words typed before these says nothing any more.
    if (answer?.ok && mine === asked) document.getElementById("findings").innerHTML = await answer.text();
  }
}

if (draft) setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(draft.dataset.since).catch(() => null);
  if (answer?.ok) since.textContent = await answer.text();
}, Look);
