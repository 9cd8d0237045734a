"use strict";

// Without this script the page is complete: links lead from text to record and back. With it one release is shown at a
// time, and what is pointed at, focused or tapped on one side lights up on the other.
document.documentElement.classList.add("scripting");

addEventListener("DOMContentLoaded", () => {
  const releases = [...document.querySelectorAll(".release")];
  if (!releases.length) return;
  const narrow = matchMedia("(max-width: 56rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const drawer = document.querySelector(".drawer");
  const rows = [...document.querySelectorAll(".index li")];

  // --- one release at a time ---

  let current = releases[0];

  function show(release) {
    current = release;
    for (const other of releases) {
      // What is not shown can still be found by the browser's own search.
      if (other === release) other.removeAttribute("hidden");
      else other.setAttribute("hidden", "until-found");
    }
    for (const row of rows) {
      const link = row.firstElementChild;
      if (link.hash === "#" + release.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    bound();
    letGo();
  }

  function bound() {
    for (const button of current.querySelectorAll("[data-step]")) button.disabled = !neighbor(Number(button.dataset.step));
  }

  function neighbor(step) {
    const shown = rows.filter((row) => !row.hidden).map((row) => row.firstElementChild.hash.slice(1));
    const at = shown.indexOf(current.id);
    const id = at < 0 ? shown[step > 0 ? 0 : shown.length - 1] : shown[at + step];
    return id ? document.getElementById(id) : null;
  }

  function go(release) {
    show(release);
    release.focus({ preventScroll: true });
    if (narrow.matches) release.scrollIntoView();
    for (const pane of release.querySelectorAll(".text, .record")) pane.scrollTop = 0;
    rows.find((row) => row.firstElementChild.hash === "#" + release.id)?.scrollIntoView({ block: "nearest" });
    remember("#" + release.id);
  }

  function remember(hash) {
    if (location.protocol !== "about:") history.replaceState(null, "", hash); // a notebook's frame has no address
  }

  // --- the other side of a value ---

  let lingering = 0;
  let held = null; // what was last focused or tapped; what is pointed at goes before it

  const keys = (origin) => origin.dataset.v.split(" ");
  const carriers = (key) => current.querySelectorAll(`[data-v~="${CSS.escape(key)}"]`);

  function light(origin) {
    for (const old of current.querySelectorAll(".lit, .kin")) old.classList.remove("lit", "kin");
    if (!origin) return;
    const [own, ...others] = keys(origin);
    for (const key of others) for (const found of carriers(key)) found.classList.add("kin");
    for (const found of carriers(own)) found.classList.add("lit");
  }

  function counterpart(origin) {
    const [own] = keys(origin);
    const side = origin.closest(".text") ? ".record" : ".text";
    const found = [...carriers(own)].filter((element) => element.closest(side) && !element.matches(".mark"));
    if (side === ".record") return found.find((element) => element.id === `${current.id}-${own}`) ?? found[0];
    return found[0] ?? [...carriers(keys(origin).at(-1))].find((element) => element.closest(side));
  }

  function reveal(element) {
    for (let box = element.parentElement.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    const pane = element.closest(".text, .record");
    const frame = narrow.matches ? { top: 0, bottom: innerHeight * 0.6 } : pane.getBoundingClientRect();
    const place = element.getBoundingClientRect();
    if (place.top >= frame.top && Math.min(place.bottom, place.top + 80) <= frame.bottom) return;
    element.scrollIntoView({ block: narrow.matches ? "start" : "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function focusOn(element) {
    (element.matches("a, [tabindex]") ? element : element.querySelector("a"))?.focus({ preventScroll: true });
  }

  function hold(origin) {
    held = origin;
    light(origin);
    const other = counterpart(origin);
    if (other && !narrow.matches) reveal(other);
    return other;
  }

  function letGo() {
    held = null;
    light(null);
    drawer.hidden = true;
  }

  // On a narrow screen the sides stand one below the other: the record's entry comes up over the text.
  function pullOut(origin) {
    const inText = origin.closest(".text");
    const place = inText ? origin : counterpart(origin);
    const entry = inText ? counterpart(origin) : origin;
    if (!entry || !place) return;
    const copy = (entry.closest(".contact") ?? entry).cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of ["id", "data-v", "tabindex", "href"]) element.removeAttribute(name);
    }
    const list = document.createElement(copy.matches("li") ? "ul" : "dl");
    list.append(copy);
    drawer.querySelector("[aria-live]").replaceChildren(list);
    drawer.querySelector(".onward").hash = "#" + entry.id;
    drawer.querySelector(".onward").hidden = !entry.id;
    drawer.hidden = false;
    reveal(place);
  }

  const holder = (event) => event.target.closest?.(".release [data-v]") ?? null;

  addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const origin = holder(event);
    light(origin ?? held);
    clearTimeout(lingering);
    if (origin?.matches("a.piece, .entry, .contact, .panel li") && !narrow.matches) {
      lingering = setTimeout(() => {
        const other = counterpart(origin);
        if (other?.checkVisibility()) reveal(other);
      }, 300);
    }
  });

  addEventListener("focusin", (event) => {
    const origin = holder(event);
    if (origin && event.target.matches(":focus-visible")) hold(origin);
  });

  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    const origin = holder(event);
    if (link && (!origin || link.matches(".path"))) {
      event.preventDefault();
      follow(link.hash);
    } else if (origin) {
      event.preventDefault();
      const other = hold(origin);
      if (narrow.matches) pullOut(origin);
      else if (other && link) focusOn(other);
    }
  });

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") letGo();
  });

  drawer.querySelector(".close").addEventListener("click", letGo);

  function follow(hash) {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    const release = target?.closest(".release");
    if (!release) return;
    if (target === release) {
      go(release);
      return;
    }
    if (release !== current) show(release);
    drawer.hidden = true;
    const origin = target.closest("[data-v]");
    if (origin) hold(origin);
    reveal(target);
    focusOn(target);
    remember(hash);
  }

  // --- list and filters ---

  const form = document.querySelector(".filter");

  function narrowDown() {
    const wanted = form.querySelector("[type=search]").value.toLowerCase().split(/\s+/).filter(Boolean);
    const codes = [...form.querySelectorAll(":checked")].map((box) => box.value);
    let count = 0;
    for (const row of rows) {
      const has = row.dataset.codes.split(" ");
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word)) || (codes.length > 0 && !codes.some((code) => has.includes(code)));
      count += row.hidden ? 0 : 1;
    }
    form.querySelector("[role=status]").textContent = count === rows.length ? `${count} shown` : `${count} of ${rows.length} shown`;
    bound();
  }

  form?.addEventListener("input", narrowDown);
  form?.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => go(neighbor(Number(button.dataset.step))));
  }
  for (const release of releases) release.addEventListener("beforematch", () => show(release));
  if (narrow.matches) document.querySelector(".index details")?.removeAttribute("open");

  show(current);
  document.documentElement.classList.add("ready");
  if (location.hash) follow(location.hash);
  addEventListener("hashchange", () => follow(location.hash));
});
