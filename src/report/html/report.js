// Filters and search. What a page says is in the page: without this, all of it is shown.
"use strict";
(() => {
  const form = document.querySelector(".choose");
  if (!form) return;
  const status = form.querySelector(".shown");
  const counted = form.dataset.counted;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Every passage with its words, its lines, the headings above it and the part it is in.
  const blocks = [];
  const headings = [];
  const parts = new Map();
  const read = () => {
    let above = [], part = "", inText = null;
    for (const element of all(".b, main h3, main h4, main h5, main h6")) {
      const text = element.closest(".listed");
      if (text !== inText) { above = []; part = ""; inText = text; }
      if (!text) continue;
      if (/^H\d$/.test(element.tagName)) {
        const heading = { element, shown: true };
        above = [...above.filter((it) => it.element.tagName < element.tagName), heading];
        headings.push(heading);
        if ("p" in element.dataset) { part = element.id; parts.set(part, element.textContent); }
        continue;
      }
      const lines = all("[data-m], [data-v]", element);
      if (element.matches("[data-m], [data-v]")) lines.push(element);
      blocks.push({ element, lines, above, part, words: null });
    }
    // A change is in the part that its new sentence is in.
    const partOf = new Map(blocks.map((block) => [block.element, block.part]));
    for (const block of blocks) {
      const at = document.getElementById(block.element.dataset.at || "");
      if (at) block.part = partOf.get(at.closest(".b")) || "";
    }
  };

  const isCounted = (line) => counted === "statement" ? "m" in line.dataset : "v" in line.dataset;
  const bodies = (line) => (line.dataset.w || "").split("|").filter(Boolean);

  // The lists of bodies and parts, with how often each occurs.
  const fill = () => {
    const who = new Map();
    const lines = new Set(blocks.flatMap((block) => block.lines).filter((line) => "w" in line.dataset));
    for (const line of lines) for (const name of bodies(line)) who.set(name, (who.get(name) || 0) + 1);
    const names = { "-": "Nobody named", "?": "Not decided" };
    const byCount = [...who].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [name, count] of byCount) form.w.add(new Option(`${names[name] || name} (${count})`, name));
    for (const [id, name] of parts) form.p.add(new Option(name, id));
    for (const list of [form.w, form.p]) list.closest("p").hidden = list.options.length < 3;
    form.a.closest("p").hidden = ![...lines].some((line) => "a" in line.dataset);
    const rules = new Set(blocks.flatMap((block) => block.lines).map((line) => line.dataset.r).filter(Boolean));
    for (const rule of [...rules].sort()) form.r?.add(new Option(rule, rule));
  };

  const ticked = (name) => {
    const boxes = all(`input[name="${name}"]`, form);
    return boxes.every((box) => box.checked) ? null : new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  };

  const wanted = () => ({
    words: form.q.value.trim().toLowerCase().split(/\s+/).filter(Boolean),
    modalities: ticked("m"), kinds: ticked("v"),
    who: form.w.value, part: form.p.value, lawless: form.a.checked,
    rule: form.r?.value, only: form.o?.checked,
  });

  const asksStatement = (want) => want.modalities || want.who || want.lawless;
  const asksFinding = (want) => want.rule || want.only;
  const fitsStatement = (line, want) =>
    (!want.modalities || want.modalities.has(line.dataset.m)) &&
    (!want.who || bodies(line).includes(want.who)) &&
    (!want.lawless || "a" in line.dataset);
  const fitsFinding = (line, want) =>
    (!want.kinds || want.kinds.has(line.dataset.v)) && (!want.rule || want.rule === line.dataset.r);

  // A line is held against what it can be asked for.
  const fits = (line, want) =>
    (!("m" in line.dataset) || fitsStatement(line, want)) && (!("v" in line.dataset) || fitsFinding(line, want));

  const fitsBlock = ({ element, lines, part, words }, want) =>
    (!want.part || part === want.part) &&
    want.words.every((word) => words.includes(word)) &&
    (!lines.includes(element) || fits(element, want)) &&
    (!asksStatement(want) || lines.some((line) => "m" in line.dataset && fits(line, want))) &&
    (!asksFinding(want) || lines.some((line) => "v" in line.dataset && fits(line, want)));

  const choose = () => {
    const want = wanted();
    const chooses = Boolean(asksStatement(want) || asksFinding(want) || want.kinds || want.words.length || want.part);
    for (const heading of headings) heading.shown = !chooses;
    let count = 0, of = 0;
    for (const block of blocks) {
      if (want.words.length) block.words ??= block.element.textContent.toLowerCase();
      const shown = fitsBlock(block, want);
      block.element.hidden = !shown;
      for (const line of block.lines) {
        const stays = fits(line, want);
        if (line !== block.element) line.hidden = !stays;
        if (isCounted(line)) { of += 1; count += shown && stays; }
      }
      if (shown) for (const heading of block.above) heading.shown = true;
    }
    for (const { element, shown } of headings) element.hidden = !shown;
    for (const list of all(".items, .rows")) {
      list.hidden = !list.querySelector(".b:not([hidden])");
      // Items are read with what introduces them.
      const before = list.previousElementSibling;
      if (chooses && !list.hidden && list.matches(".items") && before?.matches(".b[hidden]")) {
        before.hidden = false;
        for (const line of all(".line", before)) line.hidden = true;
      }
    }
    const plural = of === 1 ? counted : `${counted}s`;
    status.textContent = count === of ? `${of} ${plural}` : `${count} of ${of} ${plural}`;
  };

  // A permanent link leads to what it names, whatever is filtered.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); choose(); }
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView({ block: "center" });
  };

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(choose, 80); };

  read();
  fill();
  form.hidden = false;
  // On a narrow screen the report comes first.
  if (!matchMedia("(min-width: 64rem)").matches) for (const aside of all(".aside details")) aside.open = false;
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => { event.preventDefault(); choose(); });
  form.addEventListener("reset", () => setTimeout(choose));
  addEventListener("hashchange", follow);
  choose();
  if (location.hash) follow();
})();
