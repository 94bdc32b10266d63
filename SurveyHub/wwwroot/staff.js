document.addEventListener("click", event => { if (event.target.closest("[data-print]")) window.print(); });

// <button data-copy="id of a field" data-copied="Copied">: the field's words on the clipboard.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  button.textContent = button.dataset.copied;
});
