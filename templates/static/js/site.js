// The key `/` puts the cursor into the page's search box, unless one is typing already.

const TYPING = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
  if (event.key !== "/" || modified || event.target.closest?.(TYPING)) return;
  const box = document.querySelector('[role="search"] input');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
