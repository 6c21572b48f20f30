"use strict";
// The program in its worker: what is asked of it, and a new one where it stops.
const Refused = class extends Error {};
const Stopped = class extends Error {};
const Broken = class extends Error {};

const desk = (() => {
  const text = (id) => document.getElementById(id).textContent;
  const address = URL.createObjectURL(new Blob([text("worker")], { type: "text/javascript" }));
  let worker = null;
  let waiting = new Map();
  let last = 0;
  // Times in a row that it could not even begin.
  let failed = 0;

  const send = (name, what = {}, tell = null) => new Promise((yes, no) => {
    last += 1;
    waiting.set(last, { yes, no, tell });
    worker.postMessage({ id: last, name, ...what });
  });

  // Everything that was asked for ends, and a new program begins.
  const end = (error) => {
    worker.terminate();
    const left = waiting;
    waiting = new Map();
    begin();
    for (const { no } of left.values()) no(error);
  };

  const heard = ({ data: { id, step, said, refused, broken } }) => {
    const it = waiting.get(id);
    if (!it) return;
    if (step) { it.tell?.(step); return; }
    if (broken !== undefined) { end(new Broken(broken)); return; }
    waiting.delete(id);
    if (refused !== undefined) it.no(new Refused(refused));
    else it.yes(said);
  };

  const begin = () => {
    worker = new Worker(address);
    worker.onmessage = heard;
    worker.onerror = (event) => { event.preventDefault(); end(new Broken(event.message)); };
    // A browser that cannot run it the first time cannot run it the tenth.
    if (failed > 2) return;
    send("start", { packed: text("program") }).then(
      () => { failed = 0; },
      (error) => {
        if (!(error instanceof Broken)) return;
        failed += 1;
        if (failed > 2) dispatchEvent(new Event("unable"));
      },
    );
  };

  begin();
  return { ask: send, stop: () => end(new Stopped("stopped")) };
})();
