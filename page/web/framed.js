// What a report in a frame wants beside its own script.
addEventListener("message", ({ data, source }) => { if (source === parent && data === "print") print(); });
// In a frame without an address of its own, "#3.2/1" would be a place in the page around it.
addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  location.hash = link.getAttribute("href");
});
