// What is on the page: files, settings, the reports in their tabs, and the pages of the rules.
(() => {
  const $ = (id) => document.getElementById(id);
  const kinds = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", html: "text/html" };

  // Files as they were given; of two drafts the old one comes first.
  let laws = [];
  let drafts = [];
  let shown = "findings";

  const say = (sentence) => { $("status").textContent = sentence; };
  const warn = (sentence) => { $("alert").textContent = sentence; };
  const counted = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  // What went wrong, for people.
  const sentence = (error) => {
    if (error instanceof Refused) return error.message;
    if (error instanceof Stopped) return "Stopped. Nothing was read.";
    if (!(error instanceof Broken)) throw error;
    return "Reading this made the program fail, which no file should do. Nothing has left this computer, and other files can be read as before.";
  };

  const settings = () => ({
    strict: $("strict").checked,
    asOf: $("as-of").value,
    tracked: $("tracked").value,
  });

  // ---- files

  const item = (role, file, remove) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Remove";
    button.setAttribute("aria-label", `Remove ${file.name}`);
    button.addEventListener("click", remove);
    const name = document.createElement("b");
    name.textContent = file.name;
    line.append(`${role}: `, name, " ", button);
    return line;
  };

  const list = () => {
    const roles = drafts.length > 1 ? ["Old draft", "New draft"] : ["Draft"];
    const without = (files, file) => files.filter((it) => it !== file);
    $("chosen").replaceChildren(
      ...drafts.map((file, at) => item(roles[at], file, () => { void open(laws, without(drafts, file)); })),
      ...laws.map((file) => item("Law", file, () => { void open(without(laws, file), drafts); })),
    );
    const some = drafts.length + laws.length > 0;
    $("chosen").hidden = !some;
    $("actions").hidden = !some;
    $("swap").hidden = drafts.length < 2;
  };

  const waiting = (step) => {
    $("step").textContent = step ? `${step.said} …` : "";
    $("progress").max = step?.of ?? 1;
    $("progress").value = step?.at ?? 0;
    $("wait").hidden = !step;
  };

  const stated = ({ path, title, statements, errors, warnings, notes }) =>
    `${title ?? path}: ${counted(statements, "statement")}, ${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(notes, "note")}.`;

  // Reads everything anew. What was there stays where that fails.
  const open = async (newLaws, newDrafts) => {
    warn("");
    say("");
    waiting({ said: "Reading", at: 0, of: 1 });
    try {
      const { titles, counts } = await desk.ask("open", { laws: newLaws, drafts: newDrafts, settings: settings() }, waiting);
      [laws, drafts] = [newLaws, newDrafts];
      reports.clear();
      layOut();
      $("tab-changes").hidden = drafts.length < 2;
      if (drafts.length) await result(counts);
      else if (titles.length) say(`${titles.join("; ")}: give a draft to hold against it.`);
    } catch (error) {
      // The desk went with the program.
      if (!(error instanceof Refused)) forget();
      warn(sentence(error));
    } finally {
      waiting(null);
      list();
    }
  };

  // What to choose gives way to what was read.
  const layOut = () => {
    $("results").hidden = drafts.length === 0;
    document.body.classList.toggle("read", drafts.length > 0);
  };

  const forget = () => {
    [laws, drafts] = [[], []];
    reports.clear();
    layOut();
  };

  // The counts first: they are there long before a long report is.
  const result = async (counts) => {
    const newest = counts.at(-1);
    $("results-title").textContent = newest.title ?? newest.path;
    say(counts.map(stated).join(" "));
    $("results-title").focus();
    waiting({ said: "Writing the report", at: 0, of: 1 });
    await choose(drafts.length > 1 ? "changes" : "findings");
  };

  // One draft after another is compared with it; a third begins anew.
  const take = async (files) => {
    if (!files.length) return;
    warn("");
    try {
      const areLaws = await desk.ask("sort", { files });
      const newLaws = files.filter((_, at) => areLaws[at]);
      const given = files.filter((_, at) => !areLaws[at]);
      if (given.length > 2) {
        warn(`${given.length} drafts were given. Give one to read, or two to compare.`);
        return;
      }
      const together = given.length === 1 && drafts.length === 1 ? [...drafts, ...given] : given;
      await open([...laws, ...newLaws], given.length ? together : drafts);
    } catch (error) {
      warn(sentence(error));
    }
  };

  const sample = (id, name) => new File([$(id).textContent], name, { type: "text/markdown" });

  // ---- reports

  const choose = async (which) => {
    shown = which;
    for (const name of Object.keys(reports.names)) {
      const tab = $(`tab-${name}`);
      tab.setAttribute("aria-selected", String(name === which));
      tab.tabIndex = name === which ? 0 : -1;
      $(`panel-${name}`).hidden = name !== which;
    }
    await reports.show(which);
  };

  const chosen = async (which) => {
    waiting({ said: "Writing the report", at: 0, of: 1 });
    try {
      await choose(which);
    } catch (error) {
      forget();
      warn(sentence(error));
    } finally {
      waiting(null);
      list();
    }
  };

  // Arrow keys go from tab to tab, as in every list of tabs.
  const arrow = (event) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 };
    if (!(event.key in steps)) return;
    const tabs = Object.keys(reports.names).map((name) => $(`tab-${name}`)).filter((tab) => !tab.hidden);
    const next = tabs[(tabs.indexOf(event.target) + steps[event.key] + tabs.length) % tabs.length];
    next.focus();
    next.click();
  };

  const save = async (which, format) => {
    try {
      const bytes = format === "html" ? await reports.bytes(which) : await desk.ask("report", { which, format });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: kinds[format] }));
      link.download = `${drafts.at(-1).name.replace(/\.[^.]*$/, "")}-${which}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      warn(sentence(error));
    }
  };

  // ---- rules

  const listRules = async () => {
    if ($("rule").options.length > 1) return;
    const groups = [["Rules", false], ["Changes", true]];
    const all = await desk.ask("rules");
    for (const [name, isChange] of groups) {
      const group = document.createElement("optgroup");
      group.label = name;
      const of = all.filter((it) => it.is_change === isChange);
      group.append(...of.map((it) => new Option(`${it.id}: ${it.summary}`, it.id)));
      $("rule").append(group);
    }
  };

  const explain = async () => {
    const rule = $("rule").value;
    // The page is the program's own, made of no word of a draft.
    $("page").innerHTML = rule ? await desk.ask("explain", { rule }) : "";
  };

  // ---- settings

  const key = "dutybound.settings";
  // A page opened from a disk may be refused a store of its own.
  const stored = (work) => { try { return work(localStorage); } catch { return null; } };

  const recall = () => {
    const kept = stored((store) => JSON.parse(store.getItem(key)));
    if (!kept) return;
    $("strict").checked = kept.strict === true;
    $("as-of").value = String(kept.asOf ?? "");
    $("tracked").value = kept.tracked === "old" ? "old" : "new";
    $("remember").checked = true;
  };

  const set = (event) => {
    const remember = $("remember").checked;
    const done = stored((store) => {
      if (remember) store.setItem(key, JSON.stringify(settings()));
      else store.removeItem(key);
      return true;
    });
    if (remember && !done) {
      $("remember").checked = false;
      warn("This browser keeps nothing for pages opened this way. The settings hold until the page is closed.");
    }
    if (event.target !== $("remember") && drafts.length) void open(laws, drafts);
  };

  // ---- what people do

  const on = (id, what, does) => $(id).addEventListener(what, does);

  on("pick", "change", ({ target }) => {
    const files = [...target.files];
    target.value = ""; // the same file may be chosen again
    void take(files);
  });
  addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("over");
    void take([...event.dataTransfer.files]);
  });
  on("try-one", "click", () => { void open([], [sample("sample", "sample-code.md")]); });
  on("try-two", "click", () => { void open([], [sample("sample-old", "sample-consultation.md"), sample("sample-new", "sample-final.md")]); });
  on("swap", "click", () => { void open(laws, [...drafts].reverse()); });
  on("clear", "click", () => { void open([], []); });
  on("stop", "click", () => desk.stop());
  for (const which of Object.keys(reports.names)) {
    on(`tab-${which}`, "click", () => { void chosen(which); });
    on(`tab-${which}`, "keydown", arrow);
  }
  on("save-csv", "click", () => { void save("register", "csv"); });
  on("save-xlsx", "click", () => { void save("register", "xlsx"); });
  on("save-html", "click", () => { void save(shown, "html"); });
  on("print", "click", () => reports.print(shown));
  on("explain", "toggle", () => { void listRules(); });
  on("rule", "change", () => { void explain(); });
  $("settings").querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  $("settings").addEventListener("change", set);
  addEventListener("unable", () => warn("This browser cannot run the program: a newer one can (Chrome, Edge, Firefox or Safari of 2023 or later)."));

  recall();
})();
