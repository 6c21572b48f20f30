// Runs the program beside the page, so that the page answers while it works. `wasm_bindgen` stands above this.
"use strict";
let ready = null;
let desk = null;

// The program stands in the page as text: packed, then written in base64.
const start = async (packed) => {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  await wasm_bindgen({ module_or_path: await new Response(unpacked).arrayBuffer() });
};

const bytesOf = async (file) => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw `cannot be read: is it still there?`;
  }
};

// Says which file it was that went wrong.
const about = async (file, work) => {
  try {
    return await work();
  } catch (error) {
    throw typeof error === "string" ? `${file.name}: ${error}` : error;
  }
};

const asked = {
  start: ({ packed }) => start(packed),

  // Which of the files are laws, by what is in them.
  sort: ({ files }) => Promise.all(files.map((file) => about(file, async () => wasm_bindgen.is_law(await bytesOf(file.slice(0, 4096)))))),

  // The desk is changed when all has been read, and not before: what was read stays where something cannot be.
  open: async ({ laws, drafts, settings }, tell) => {
    const of = laws.length + 2 * drafts.length + 1;
    let at = 0;
    const step = (said) => tell({ said, at: at++, of });
    const next = new wasm_bindgen.Desk(settings.strict, settings.asOf, settings.tracked);
    const titles = [];
    for (const file of laws) {
      step(`Reading the law in ${file.name}`);
      titles.push(await about(file, async () => next.add_law(file.name, await bytesOf(file))));
    }
    for (const file of drafts) {
      step(`Opening ${file.name}`);
      const page = (number, all) => tell({ said: `Opening ${file.name}: page ${number} of ${all}`, at: at - 1, of });
      const text = await about(file, async () => next.convert(file.name, await bytesOf(file), page));
      step(`Reading ${file.name}`);
      next.read(text);
    }
    step("Checking");
    const counts = JSON.parse(next.check());
    desk?.free();
    desk = next;
    return { titles, counts };
  },

  report: ({ which, format }) => desk[which](format),
  rules: () => JSON.parse(wasm_bindgen.rules()),
  explain: ({ rule }) => wasm_bindgen.explain(rule),
};

// One at a time, in the order they came.
const answer = async ({ id, name, ...what }) => {
  try {
    const said = await asked[name](what, (step) => postMessage({ id, step }));
    postMessage({ id, said }, said instanceof Uint8Array ? [said.buffer] : []);
  } catch (error) {
    // A sentence is an answer too; anything else is a program that stopped.
    postMessage(typeof error === "string" ? { id, refused: error } : { id, broken: String(error) });
  }
};

onmessage = ({ data }) => {
  ready = (ready ?? Promise.resolve()).then(() => answer(data));
};
