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

// What can be copied gets a button that copies it, or selects it where the browser does not let a page copy.

for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.textContent = `Copy ${text.dataset.copy}`;
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = "Selected, for you to copy";
    }
  });
  text.parentElement.querySelector(".copy-row").append(button, status);
}
