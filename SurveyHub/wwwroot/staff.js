// Interactive pages talk to the server over one connection. It may complain in the console, but not chat there.
const Warning = 3;
Blazor.start({ circuit: { configureSignalR: connection => connection.configureLogging(Warning) } });

// The server no longer knows this page's circuit (a restart, a long pause): nothing typed can be sent from it, so begin again.
const dialog = document.getElementById("components-reconnect-modal");
if (dialog)
  new MutationObserver(() => { if (dialog.classList.contains("components-reconnect-rejected")) location.reload(); })
    .observe(dialog, { attributes: true, attributeFilter: ["class"] });

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) window.print();
  if (event.target.closest("[data-reload]")) location.reload();
});

// <button data-copy="id of a field" data-copied="Copied">: the field's words on the clipboard.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  button.textContent = button.dataset.copied;
});
