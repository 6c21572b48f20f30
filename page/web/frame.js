// Reports in frames of their own: what they do stays there, and what is chosen in one stays while another is looked at.
const reports = (() => {
  const names = { changes: "What changed", findings: "Findings", register: "Register" };
  const framed = `<script>${document.getElementById("framed").textContent}<\/script>`;
  const written = new Map();

  const panel = (which) => document.getElementById(`panel-${which}`);

  const clear = () => {
    written.clear();
    for (const which of Object.keys(names)) panel(which).replaceChildren();
  };

  // The page of a report, as the command line writes it.
  const bytes = async (which) => {
    if (!written.has(which)) written.set(which, await desk.ask("report", { which, format: "html" }));
    return written.get(which);
  };

  const show = async (which) => {
    if (panel(which).firstChild) return;
    const html = new TextDecoder().decode(await bytes(which));
    const frame = document.createElement("iframe");
    frame.title = names[which];
    // Scripts, but none of the page's: a report cannot reach what is around it.
    frame.sandbox = "allow-scripts allow-modals";
    frame.srcdoc = html.replace("<!DOCTYPE html>", `<!DOCTYPE html>${framed}`);
    const loaded = new Promise((yes) => { frame.onload = yes; });
    panel(which).replaceChildren(frame);
    await loaded;
  };

  const print = (which) => panel(which).firstChild?.contentWindow.postMessage("print", "*");

  return { names, clear, bytes, show, print };
})();
