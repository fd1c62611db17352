// What can be copied gets a button that copies it, or selects it where the browser does not let a page copy.

for (const text of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
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
      /** @type {Selection} */ (getSelection()).selectAllChildren(text);
      status.textContent = "Selected, for you to copy";
    }
  });
  text.parentElement?.querySelector(".copy-row")?.append(button, status);
}
